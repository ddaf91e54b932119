/**
 * What a sync of some models has to do, worked out from the provider's declaration once.
 */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type * as Mapper from "@crosswalk/core/Mapper"
import * as Provider from "@crosswalk/core/Provider"
import type * as Resource from "@crosswalk/core/Resource"

/** A mapper that has to look again when a record of some resource changed. */
export interface Dependent {
  readonly mapper: Mapper.Mapper
  /** Name of the stored link from the mapper's own remote records to the changed ones. */
  readonly link: string
}

/** One resource of a plan, with all that hangs on its records. */
export interface Planned {
  readonly resource: Resource.Resource
  readonly checkIn: CheckIn.CheckIn
  /** Mappers whose records are made of this resource's. */
  readonly mappers: ReadonlyArray<Mapper.Mapper>
  /** Mappers whose records name this resource's by a look-up. */
  readonly lookedUpBy: ReadonlyArray<Dependent>
  /** Mappers of child resources that join their parent. */
  readonly joinedBy: ReadonlyArray<Mapper.Mapper>
  /** Resources that are listed for each record of this one. */
  readonly children: ReadonlyArray<Resource.Resource>
}

/** A plan: its mappers and its resources, in the order of reading. */
export interface Plan {
  readonly provider: Provider.Provider
  readonly mappers: ReadonlyArray<Mapper.Mapper>
  readonly resources: ReadonlyArray<Planned>
  readonly byName: ReadonlyMap<string, Planned>
}

/** Name of the stored link by which a mapper's look-up finds its dependents. */
export const lookupLink = (mapper: Mapper.Mapper, join: string): string => `${mapper.name}#${join}`

/** Plans the sync of the models in `scopes`; `null` means all that the provider maps. */
export const make = (provider: Provider.Provider, scopes: ReadonlyArray<string> | null): Plan => {
  const mappers = provider.mappers.filter((mapper) => scopes === null || scopes.includes(mapper.model.name))
  const resources = Provider.resourcesFor(mappers)
  const planned = resources.map((resource): Planned => ({
    resource,
    checkIn: CheckIn.make(resource),
    mappers: mappers.filter(({ source }) => source.resource === resource),
    lookedUpBy: mappers.flatMap((mapper) =>
      Object.entries(mapper.source.joins)
        .filter(([, join]) => join.kind === "lookup" && join.resource === resource)
        .map(([name]) => ({ mapper, link: lookupLink(mapper, name) }))
    ),
    joinedBy: mappers.filter(({ source }) =>
      Object.values(source.joins).some((join) => join.kind === "parent" && join.resource === resource)
    ),
    children: resources.filter((child) => child.parent === resource)
  }))
  return { provider, mappers, resources: planned, byName: new Map(planned.map((one) => [one.resource.name, one])) }
}

/** What a remote record is filed under, beside its key: group keys and the keys of its look-ups. */
export const linksOf = (
  planned: Planned,
  record: unknown,
  key: string
): ReadonlyArray<{ readonly link: string; readonly target: string }> =>
  planned.mappers.flatMap((mapper) => [
    ...(mapper.source.shape === "one"
      ? []
      : mapper.source.keys(record, key).map((target) => ({ link: mapper.name, target }))),
    ...Object.entries(mapper.source.joins).flatMap(([name, join]) =>
      join.kind === "lookup" ? join.keys(record).map((target) => ({ link: lookupLink(mapper, name), target })) : []
    )
  ])
