/**
 * A provider: everything Crosswalk knows about one vendor, as a value. Importing it does nothing.
 */
import type { Auth } from "./Auth.ts"
import type { Category } from "./Category.ts"
import type { Mapper } from "./Mapper.ts"
import type * as Model from "./Model.ts"
import type { Failure, Reason } from "./ProviderError.ts"
import type { Resource } from "./Resource.ts"

/**
 * A limit that the vendor declares, as a bucket: in any time t at most `burst + limit · t / windowSeconds` requests. For
 * a vendor who counts in fixed windows, `burst` is what may be sent at once without the rest overrunning the window.
 */
export interface RateLimit {
  /** Requests per window. */
  readonly limit: number
  /** Length of a window, in seconds. */
  readonly windowSeconds: number
  /** Requests that may be made at once after a pause. */
  readonly burst: number
}

/** A choice that the person who connects can make, e.g. whether confidential records were granted. */
export interface Setting {
  /** What the person reads. */
  readonly title: string
  /** The value where nothing was chosen. */
  readonly default: string
}

/** What a provider's answer tells of a failure, beyond its status. */
export interface FailureReading {
  /** The vendor's own code. */
  readonly code?: string | null
  /** The vendor's own words; shown to people, so without anything secret. */
  readonly detail?: string | null
  /** A reason other than the one that the status stands for. */
  readonly reason?: Reason
}

/** One vendor. */
export interface Provider<out Id extends string = string, out M extends Mapper = Mapper> {
  /** Kebab-case; equal to the package's folder. */
  readonly id: Id
  /** As the vendor writes it. */
  readonly name: string
  readonly categories: ReadonlyArray<Category>
  /** Address of the vendor's own documentation. */
  readonly docs: string
  /** Version of the vendor's API, and the date (`YYYY-MM-DD`) on which it ends, if announced. */
  readonly api: { readonly version: string; readonly sunset: string | null }
  /**
   * Version of the provider's own code; null when it states none. Records are derived anew when it changes, as when the
   * text of a rule does: it speaks for functions that rules call and that nobody can see from outside.
   */
  readonly version: string | null
  /** The ways to authenticate, in order of preference. */
  readonly auth: ReadonlyArray<Auth>
  /** Base URLs by environment or region; the first is the default. `{name}` stands for a credential. */
  readonly baseUrls: Readonly<Record<string, string>>
  /** Endings that the vendor shows customers as part of their base URL, and below which the API is not: `/services`. */
  readonly strayPaths: ReadonlyArray<string>
  /** Hosts that requests may go to, beside those of the base URLs. A leading `*.` covers subdomains. */
  readonly hosts: ReadonlyArray<string>
  /** What one connector may ask for, over all its resources. */
  readonly rateLimit: RateLimit
  /** Choices of the person who connects, by their names. */
  readonly settings: Readonly<Record<string, Setting>>
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>
  /** In the order in which they are synced. */
  readonly mappers: ReadonlyArray<M>
  /** Reads the vendor's error body. */
  readonly failure: (body: unknown, failure: Failure) => FailureReading
}

const noReading = (): FailureReading => ({})

/**
 * Declares a provider. Unless told, requests go to the hosts of its base URLs alone, carry no headers of their own, and
 * the vendor's error bodies tell no more than their status.
 */
export const make = <const Id extends string, M extends Mapper>(
  id: Id,
  options: Pick<
    Provider<Id, M>,
    "name" | "categories" | "docs" | "api" | "auth" | "baseUrls" | "rateLimit" | "mappers"
  > &
    Partial<Pick<Provider, "version" | "strayPaths" | "hosts" | "settings" | "headers" | "failure">>
): Provider<Id, M> => ({
  id,
  name: options.name,
  categories: options.categories,
  docs: options.docs,
  api: options.api,
  version: options.version ?? null,
  auth: options.auth,
  baseUrls: options.baseUrls,
  strayPaths: options.strayPaths ?? [],
  hosts: options.hosts ?? [],
  rateLimit: options.rateLimit,
  settings: options.settings ?? {},
  headers: options.headers ?? {},
  mappers: options.mappers,
  failure: options.failure ?? noReading
})

/** A provider as a version of its package brings it; a version that it states itself stays. */
export const released = <P extends Provider>(provider: P, version: string): P => ({
  ...provider,
  version: provider.version ?? version
})

/** Names of the models that a provider maps. */
export type ModelOf<P extends Provider> = P["mappers"][number]["model"]["name"]

/** A record of one of a provider's models, as it is stored and served. */
export type RecordOf<P extends Provider, Name extends ModelOf<P>> = Model.Unified<
  Extract<P["mappers"][number]["model"], { readonly name: Name }>
>

/** The mappers of a model; none when the provider does not map it, several when it has it from several resources. */
export const mappersFor = (provider: Provider, model: string): ReadonlyArray<Mapper> =>
  provider.mappers.filter((mapper) => mapper.model.name === model)

/** The settings of a connector: what was chosen, else the provider's defaults. */
export const settings = (
  provider: Provider,
  chosen: Readonly<Record<string, string>>
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(provider.settings).map(([name, setting]) => [name, chosen[name] ?? setting.default])
  )

/**
 * What a sync of some models has to read: each resource once, in the mappers' order, but what is joined before what it is
 * joined to, and parents before their children. Resources that look each other up stand in the mappers' order.
 */
export const resourcesFor = (mappers: ReadonlyArray<Mapper>): ReadonlyArray<Resource> => {
  const ordered: Array<Resource> = []
  const seen = new Set<Resource>()
  const add = (resource: Resource): void => {
    if (seen.has(resource)) return
    seen.add(resource)
    if (resource.parent !== null) add(resource.parent)
    for (const { source } of mappers) {
      if (source.resource !== resource) continue
      for (const join of Object.values(source.joins)) if (join.kind !== "parent") add(join.resource)
    }
    ordered.push(resource)
  }
  for (const { source } of mappers) add(source.resource)
  return ordered
}
