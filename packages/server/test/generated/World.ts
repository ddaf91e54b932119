/** What generated requests are about: synced accounts, keys of every kind, and values that their answers gave before. */
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { ConnectLinks } from "@crosswalk/store/ConnectLinks"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect, Redacted, Schema } from "effect"
import { randomUUID } from "node:crypto"
import * as Account from "../Account.ts"
import type { Contract, Operation } from "./Contract.ts"
import type { Known, Plan } from "./Plan.ts"

/** An account with what its lists gave, by the paths of the lists. */
interface Harvested extends Account.Account {
  readonly ids: ReadonlyMap<string, ReadonlyArray<string>>
  readonly cursors: ReadonlyMap<string, string>
}

/** What a planned request becomes. */
export interface World {
  readonly accountOf: (plan: Plan) => Account.Account
  readonly foreign: Account.Account
  readonly key: (of: Plan["key"]) => string | null
  /** The value of a parameter, as text. */
  readonly resolve: (plan: Plan, name: string, known: Known) => Effect.Effect<string>
  /** How the connector of an account is named in the dialect's paths. */
  readonly nameOf: (account: Account.Account) => string
}

const Items = Schema.Array(Schema.Struct({ id: Schema.optionalKey(Schema.String) }))
const Bodies = Schema.Union([
  Schema.Struct({ data: Items, next_cursor: Schema.NullOr(Schema.String) }),
  Schema.Struct({ data: Schema.Struct({ results: Items, next: Schema.NullOr(Schema.String) }) }),
  Schema.Struct({ items: Items, cursor: Schema.NullOr(Schema.String) }),
  Schema.Struct({ data: Items }),
  Items
])
const decode = Schema.decodeUnknownOption(Bodies)

const listed = (body: typeof Bodies.Type) => {
  if ("items" in body) return { items: body.items, next: body.cursor }
  if (!("data" in body)) return { items: body, next: null }
  if ("results" in body.data) return { items: body.data.results, next: body.data.next }
  return { items: body.data, next: "next_cursor" in body ? body.next_cursor : null }
}

const at = <A>(all: ReadonlyArray<A>, index: number): A | undefined => all[index % Math.max(1, all.length)]

/** Flips a letter of a text. */
const tampered = (text: string, index: number): string => {
  const place = index % Math.max(1, text.length)
  return `${text.slice(0, place)}${text[place] === "A" ? "B" : "A"}${text.slice(place + 1)}`
}

/** Asks every list of every account once. */
const harvest = (base: string, contract: Contract, account: Account.Account, key: string, name: string) =>
  Effect.promise(async () => {
    const ids = new Map<string, ReadonlyArray<string>>()
    const cursors = new Map<string, string>()
    for (const { method, parameters, path } of contract.operations) {
      const target = path.replace("{connection_id}", name)
      if (method !== "GET" || target.includes("{")) continue
      const size = parameters.find((parameter) => parameter.name === "page_size" || parameter.name === "limit")
      const response = await fetch(`${base}${contract.prefix}${target}${size === undefined ? "" : `?${size.name}=2`}`, {
        headers: { authorization: `Bearer ${key}`, "x-connector-token": account.token, "x-integration-id": name }
      })
      const body = decode(await response.json())
      if (response.status !== 200 || body._tag === "None") continue
      const { items, next } = listed(body.value)
      ids.set(
        path,
        items.flatMap(({ id }) => id ?? [])
      )
      if (next !== null) cursors.set(path, next)
    }
    return { ...account, ids, cursors } satisfies Harvested
  })

/** Sets the accounts up and looks at them through one dialect. */
export const make = Effect.fnUntraced(function* (base: string, contract: Contract) {
  const own = yield* Account.workspace(12)
  const other = yield* Account.workspace(2)
  const keys = yield* ApiKeys
  const connectors = yield* Connectors
  const links = yield* ConnectLinks
  const reader = yield* keys.create({ workspace: own.name, name: "reader", scopes: ["read"] })
  const revoked = yield* keys.create({ workspace: own.name, name: "revoked" })
  yield* keys.revoke(own.name, revoked.apiKey.id)
  const isKombo = contract.prefix.startsWith("/kombo")
  const nameOf: World["nameOf"] = ({ connector }) =>
    isKombo ? IntegrationId.write(connector.provider, connector.id) : connector.id
  const accounts = yield* Effect.forEach(own.accounts, (account) =>
    harvest(base, contract, account, own.key, nameOf(account))
  )
  const [first] = accounts
  const [foreign] = other.accounts
  if (first === undefined || foreign === undefined) return yield* Effect.die("no provider can be simulated")
  const { token } = yield* links.create(
    {
      workspace: own.name,
      category: null,
      provider: null,
      customer: "Example",
      customerKey: null,
      customerEmail: null,
      relinks: null
    },
    3600
  )
  yield* links.use(token, first.connector.id)

  const accountOf = ({ account, isFitting, operation }: Plan): Harvested => {
    const fitting = accounts.filter(({ connector }) => connector.category === operation.category)
    return (isFitting ? at(fitting, account) : undefined) ?? at(accounts, account) ?? first
  }

  /** A connector or key that may go. */
  const spare = Effect.fnUntraced(function* ({ path }: Operation) {
    if (path.startsWith("/keys")) return (yield* keys.create({ workspace: own.name, name: "spare" })).apiKey.id
    const category = accounts.find(({ connector }) => path.includes(`/${connector.category}/`)) ?? first
    const { provider } = category.connector
    const connector = yield* connectors.create({
      id: randomUUID(),
      workspace: own.name,
      provider,
      category: category.connector.category,
      credentials: {}
    })
    return nameOf({ connector, token: "" })
  }, Effect.orDie)

  const resolve: World["resolve"] = (plan, name, { index, kind }) => {
    const account = accountOf(plan)
    const { path } = plan.operation
    const list = path.includes(`/{${name}}`) ? path.slice(0, path.indexOf(`/{${name}}`)) : path
    const ids = account.ids.get(list) ?? [...account.ids.values()].flat()
    const others = [...account.cursors.entries()].filter(([place]) => place !== path)
    switch (kind) {
      case "record":
      case "parent":
        return Effect.succeed(at(ids, index) ?? "none")
      case "connector":
        return Effect.succeed(nameOf(account))
      case "link":
        return Effect.succeed(Redacted.value(token))
      case "cursor":
        return Effect.succeed(account.cursors.get(path) ?? "none")
      case "otherCursor":
        return Effect.succeed(at(others, index)?.[1] ?? "none")
      case "tamperedCursor":
        return Effect.succeed(tampered(account.cursors.get(path) ?? "none", index))
      case "spare":
        return spare(plan.operation)
    }
  }

  const texts: Readonly<Record<Plan["key"], string | null>> = {
    admin: own.key,
    reader: Redacted.value(reader.secret),
    revoked: Redacted.value(revoked.secret),
    foreign: other.key,
    none: null,
    "made-up": "cwk_made_up"
  }
  return { accountOf, foreign, key: (of) => texts[of], resolve, nameOf } satisfies World
})
