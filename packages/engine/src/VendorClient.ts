/**
 * Runs a provider's declarations against its vendor: one client per connector, with its authentication, its rate
 * budget, its retries and its circuit breaker.
 *
 * An answer that parses but is no page of its list is asked for up to three times, as a fault may have garbled it;
 * the error is then an `UnexpectedShape` that is not transient, since it points at the vendor or the provider package.
 */
import type * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import { ProviderError, type Reason, Refused, UnexpectedShape } from "@crosswalk/core/ProviderError"
import * as Redact from "@crosswalk/core/Redact"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Resource from "@crosswalk/core/Resource"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { Effect, type Layer, Option, Redacted, Result, type Scope, Stream } from "effect"
import * as HttpClient from "effect/http/HttpClient"
import * as Advance from "./Advance.ts"
import * as AnswerBody from "./AnswerBody.ts"
import * as Authenticate from "./Authenticate.ts"
import * as Breaker from "./Breaker.ts"
import * as Calls from "./Calls.ts"
import { type ClientOptions, defaults } from "./ClientOptions.ts"
import type { Connection } from "./Connection.ts"
import * as Exchange from "./Exchange.ts"
import * as HostGuard from "./HostGuard.ts"
import * as RateBudget from "./RateBudget.ts"
import * as Redaction from "./Redaction.ts"
import * as TokenEndpoint from "./TokenEndpoint.ts"
import * as Tokens from "./Tokens.ts"

/** One page of a list, as the vendor sent it. */
export interface VendorPage {
  /** Its records, without the values that the connector does not collect. */
  readonly items: ReadonlyArray<unknown>
  /** The next page's request; null at the end of the list. */
  readonly next: Page.PageRequest | null
  /** Number of records in the whole list, where the vendor promises one. */
  readonly total: number | null
  /** The answer's `Date` header, in milliseconds since 1970; null without one. */
  readonly vendorTime: number | null
  /** Length of the answer's body, decompressed. */
  readonly bytes: number
}

/** Which page of a list. */
export interface PageOptions {
  /** Null for the first page, else the `next` of the page before. */
  readonly request: Page.PageRequest | null
  /** Key of the parent record, for a child resource; else null. */
  readonly parent: string | null
  /** Further parameters, such as the incremental filter. */
  readonly query: Page.Query
}

/** Asks one connector's vendor. */
export interface VendorClient {
  /** One page of a resource's list. */
  readonly page: (resource: Resource.Resource, options: PageOptions) => Effect.Effect<VendorPage, ProviderError>
  /** All pages from the given one on, lazily: the next is asked for when the one before was consumed. */
  readonly pages: (resource: Resource.Resource, options: PageOptions) => Stream.Stream<VendorPage, ProviderError>
  /** One page of a resource's list of deletions. Fails with `Refused` when the resource declares none. */
  readonly deletions: (
    resource: Resource.Resource,
    options: Pick<PageOptions, "request" | "query">
  ) => Effect.Effect<VendorPage, ProviderError>
  /**
   * Whether a single record still exists, at the path by which the resource confirms an absence: 404 and 410 say no.
   * Fails with `Refused` when the resource names no such path.
   */
  readonly exists: (resource: Resource.Resource, remoteId: string) => Effect.Effect<boolean, ProviderError>
  /**
   * What the vendor answers when one record is asked for by itself: a page that should hold this record, or is empty,
   * as it is for 404 and 410. Fails with `Refused` when the resource declares no such reading.
   */
  readonly single: (resource: Resource.Resource, remoteId: string) => Effect.Effect<VendorPage, ProviderError>
  /** The limit that it keeps to; null without one. */
  readonly rateLimit: Provider.RateLimit | null
  /** How many requests were sent since the client was made, retries among them. */
  readonly requests: Effect.Effect<number>
}

/** The HTTP client that hosts provide: undici with connections of its own, which end with the layer's scope. */
export const layerHttp: Layer.Layer<HttpClient.HttpClient> = NodeHttpClient.layerUndici

/** A path with a record's id in it. An id that an address alters, such as `..`, would lead to another endpoint. */
const pathWith = (path: string, placeholder: "parent" | "id", id: string): Result.Result<string, Reason> =>
  id === "" || id === "." || id === ".." || !id.isWellFormed()
    ? Result.fail(new UnexpectedShape({ detail: "a record's id cannot stand in an address", transient: false }))
    : Result.succeed(Resource.pathFor(path, placeholder, id))

const append = (url: URL, query: Page.Query): void => {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "string") url.searchParams.append(name, value)
    else for (const one of value) url.searchParams.append(name, one)
  }
}

const timeOf = (date: string | undefined): number | null => {
  const time = Date.parse(date ?? "")
  return Number.isNaN(time) ? null : time
}

/** What a 404 stands for at vendors who answer so instead of with an empty list. */
const noRecords: VendorPage = { items: [], next: null, total: null, vendorTime: null, bytes: 0 }

/** Reads an answer as a page of a list. A strategy may be a provider's own code, so it is not trusted not to throw. */
const readPage =
  (page: Page.Page, request: Page.PageRequest) =>
  (answer: Exchange.Answer): Result.Result<VendorPage, Reason> =>
    Result.flatMap(AnswerBody.parse(answer.text), (body): Result.Result<VendorPage, Reason> => {
      const read = Result.getOrElse(
        Result.try(() => page.read({ body, headers: answer.headers, request })),
        (): Page.Unreadable => ({ unreadable: "its paging strategy fails on it" })
      )
      return "unreadable" in read
        ? Result.fail(new UnexpectedShape({ detail: read.unreadable, transient: false }))
        : Result.succeed({ ...read, vendorTime: timeOf(answer.headers["date"]), bytes: answer.bytes })
    })

const connect = Effect.fnUntraced(function* (
  connection: Connection,
  options: ClientOptions
): Effect.fn.Return<
  { readonly calls: Calls.Calls; readonly root: string; readonly sent: () => number },
  Reason,
  HttpClient.HttpClient | Scope.Scope
> {
  const { provider } = connection
  const credentials = Authenticate.given(connection.credentials)
  const values = Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, Redacted.value(value)]))
  const redaction = Redaction.make(provider.auth, credentials)
  const auth = yield* Effect.fromResult(Authenticate.choose(provider.auth, credentials))
  const base = yield* Effect.fromResult(HostGuard.resolveBase(provider, connection.baseUrl, values))
  const token = yield* Effect.fromResult(TokenEndpoint.address(auth, values))
  const explicit = [base, token].flatMap((address) => (address?.isExplicit === true ? [address.url] : []))
  const guard = HostGuard.make(provider, explicit, values)
  const exchange = Exchange.make(yield* HttpClient.HttpClient, guard, options)
  const budget = yield* RateBudget.make(options.rateLimit)
  let sent = 0
  const tokens =
    token === null
      ? null
      : yield* Tokens.make(
          token.auth,
          credentials,
          TokenEndpoint.make(connection, credentials, values, token, exchange, redaction),
          connection.onCredentials
        )
  const calls = Calls.make({
    connection,
    options,
    exchange,
    redaction,
    authenticate: yield* Effect.fromResult(Authenticate.make(auth, credentials, tokens, redaction)),
    budget: { ...budget, take: Effect.tap(budget.take, () => Effect.sync(() => void sent++)) },
    breaker: Breaker.make(options)
  })
  return { calls, root: `${base.url.origin}${base.url.pathname.replace(/\/+$/, "")}`, sent: () => sent }
})

/**
 * A client for a connection. Fails with `Refused` when credentials are missing or the base URL is none; the message
 * names what to give. Every request is a span, `lever.opportunities.page`, without addresses or credentials.
 */
export const make = Effect.fnUntraced(function* (
  connection: Connection,
  chosen?: Partial<ClientOptions>
): Effect.fn.Return<VendorClient, ProviderError, HttpClient.HttpClient | Scope.Scope> {
  const { provider } = connection
  const failure = (operation: string) => (reason: Reason) =>
    new ProviderError({ provider: provider.id, operation, reason })
  const options = { ...defaults(provider.rateLimit), ...chosen }
  const { calls, root, sent } = yield* Effect.mapError(connect(connection, options), failure("connect"))
  const settings = Provider.settings(provider, connection.settings)

  const spanned = <A>(operation: string, call: Effect.Effect<A, ProviderError>) =>
    Effect.withSpan(call, `${provider.id}.${operation}`, {
      kind: "client",
      captureStackTrace: false,
      attributes: { "crosswalk.provider": provider.id }
    })

  const list = (
    operation: string,
    strategy: Page.Page,
    path: Result.Result<string, Reason>,
    permission: string | null,
    queries: ReadonlyArray<Page.Query>,
    given: Page.PageRequest | null
  ): Effect.Effect<VendorPage, ProviderError> => {
    if (Result.isFailure(path)) return Effect.fail(failure(operation)(path.failure))
    const request = given ?? strategy.first
    const url = new URL(root + path.success)
    if (request.replaces !== true) for (const query of queries) append(url, query)
    append(url, request.query)
    const call = calls({ operation, url, permission, read: readPage(strategy, request) })
    return spanned(
      operation,
      Effect.tap(call, (page) =>
        Effect.annotateCurrentSpan({ "crosswalk.items": page.items.length, "crosswalk.bytes": page.bytes })
      )
    )
  }

  const redactions = new Map<Resource.Resource, (raw: unknown) => unknown>()
  const redact = (resource: Resource.Resource) => {
    const known = redactions.get(resource)
    if (known !== undefined) return known
    const made = Redact.make(resource.sensitive, settings)
    redactions.set(resource, made)
    return made
  }

  const page: VendorClient["page"] = (resource, { request, parent, query }) => {
    const found = Effect.map(
      list(
        `${resource.name}.page`,
        resource.page,
        parent === null
          ? Result.succeed(resource.path)
          : pathWith(resource.path, "parent", RemoteKey.toRemoteId(parent)),
        resource.permission,
        [resource.query(settings), query],
        request
      ),
      (read): VendorPage => ({ ...read, items: read.items.map(redact(resource)) })
    )
    return resource.emptyOn404
      ? Effect.catchReason(found, "ProviderError", "NotFound", () => Effect.succeed(noRecords))
      : found
  }

  return {
    page,
    pages: (resource, options) =>
      Stream.suspend(() => {
        const advance = Advance.make(provider.id, `${resource.name}.page`)
        return Stream.paginate(options.request, (request) =>
          page(resource, { ...options, request }).pipe(
            Effect.tap((read) => advance(read.next)),
            Effect.map((read) => [[read], Option.fromNullOr(read.next)] as const)
          )
        )
      }),
    deletions: (resource, { request, query }) => {
      const operation = `${resource.name}.deletions`
      const { deletions } = resource
      return deletions === null
        ? Effect.fail(failure(operation)(new Refused({ detail: `${resource.name} has no list of deletions` })))
        : list(operation, deletions.page, Result.succeed(deletions.path), resource.permission, [query], request)
    },
    rateLimit: options.rateLimit,
    requests: Effect.sync(sent),
    single: (resource, remoteId) => {
      const operation = `${resource.name}.single`
      const { single } = resource
      if (single === null) {
        const detail = `${resource.name} has no way to read one record`
        return Effect.fail(failure(operation)(new Refused({ detail })))
      }
      const named = (value: string) => value.replaceAll("{id}", remoteId)
      const own = Object.entries(single.query).map(([name, value]) => [
        name,
        typeof value === "string" ? named(value) : value.map(named)
      ])
      const path = single.path.includes("{id}") ? pathWith(single.path, "id", remoteId) : Result.succeed(single.path)
      const queries = [resource.query(settings), Object.fromEntries(own)]
      const found = list(operation, single.page, path, resource.permission, queries, null)
      return Effect.catchReason(found, "ProviderError", "NotFound", () => Effect.succeed(noRecords)).pipe(
        Effect.map((read): VendorPage => ({ ...read, items: read.items.map(redact(resource)) }))
      )
    },
    exists: (resource, remoteId) => {
      const operation = `${resource.name}.exists`
      const { absence } = resource
      const path =
        typeof absence === "string"
          ? Result.fail(new Refused({ detail: `${resource.name} has no path for a single record` }))
          : pathWith(absence.confirm, "id", remoteId)
      if (Result.isFailure(path)) return Effect.fail(failure(operation)(path.failure))
      const url = new URL(root + path.success)
      append(url, resource.query(settings))
      const call = calls({
        operation,
        url,
        permission: resource.permission,
        read: (answer) => Result.map(AnswerBody.parse(answer.text), () => true)
      })
      return spanned(
        operation,
        Effect.catch(call, (error) => (error.reason._tag === "NotFound" ? Effect.succeed(false) : Effect.fail(error)))
      )
    }
  }
})
