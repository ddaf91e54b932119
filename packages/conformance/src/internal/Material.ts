/** The records of a provider's fixtures, landed, and what its mappers make of them. */
import type { Identify } from "@crosswalk/core/Id"
import type { Mapper } from "@crosswalk/core/Mapper"
import type * as MapperOf from "@crosswalk/core/Mapper"
import * as Offline from "@crosswalk/core/Offline"
import * as Redact from "@crosswalk/core/Redact"
import type { Resource } from "@crosswalk/core/Resource"
import type * as Source from "@crosswalk/core/Source"
import { Result } from "effect"
import * as Fixtures from "../Fixtures.ts"

/** One resource's recorded records. */
export interface Recorded {
  readonly resource: Resource
  readonly raws: ReadonlyArray<Offline.Raw>
}

/** All recorded records. */
export interface Material {
  /** In the order of reading; every resource, also without records. */
  readonly recorded: ReadonlyArray<Recorded>
  readonly store: Offline.Store
}

/** A copy that shares nothing. */
export const copy = <A>(value: A): A => structuredClone(value)

const landed = ({ raws, resource }: Recorded): Offline.Store extends ReadonlyMap<string, infer Rows> ? Rows : never =>
  Result.getOrElse(
    Result.try(() => Offline.land(resource, raws, Redact.everything).landed),
    () => []
  )

/** Lands records as they are given. A declaration whose functions throw lands nothing. */
export const land = (recorded: ReadonlyArray<Recorded>): Offline.Store =>
  new Map(recorded.map((one) => [one.resource.name, landed(one)]))

/** Lands what was recorded. */
export const make = (resources: ReadonlyArray<Resource>, fixtures: Fixtures.Fixtures): Material => {
  const recorded = resources.map((resource): Recorded => ({
    resource,
    raws: fixtures.lists
      .filter((list) => list.resource === resource)
      .flatMap((list) => Fixtures.records(list).map((raw) => ({ raw, parent: list.parent })))
  }))
  return { recorded, store: land(recorded) }
}

/** References as people read them: `candidate:c1`. */
export const readable: Identify = (model, remoteId) => `${model}:${remoteId}`

/** What a mapper made of a store, or the sentence in which its declaration failed. */
export const derive = (
  mapper: Mapper,
  store: Offline.Store,
  identify: Identify = readable
): Result.Result<ReadonlyArray<Offline.Derived>, string> =>
  Result.try({ try: () => Offline.derive(mapper, store, identify), catch: (cause) => String(cause) })

/** A record that a mapper made. */
export interface Made {
  readonly key: string
  readonly remoteId: string
  readonly record: Readonly<Record<string, unknown>>
}

/** The records that a mapper makes of a store, without those that it rejects. */
export const made = (mapper: Mapper, store: Offline.Store, identify?: Identify): ReadonlyArray<Made> =>
  Result.getOrElse(derive(mapper, store, identify), () => []).flatMap(({ key, outcome }) =>
    outcome._tag === "Mapped" ? [{ key, remoteId: outcome.remoteId, record: outcome.record }] : []
  )

/** The material of a record beside what a mapper made of it. */
export interface Worked {
  readonly group: Source.Group
  readonly outcome: MapperOf.Mapped | MapperOf.Rejected
}

/** What a mapper makes of a store, each record with its material. References are the vendor's ids. */
export const worked = (mapper: Mapper, store: Offline.Store): ReadonlyArray<Worked> => {
  const found: Array<Worked> = []
  const watched: Mapper = {
    ...mapper,
    run: (group, identify) => {
      const outcome = mapper.run(group, identify)
      if (outcome !== null) found.push({ group, outcome })
      return outcome
    }
  }
  derive(watched, store, (_, remoteId) => remoteId)
  return found
}
