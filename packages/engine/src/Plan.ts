/**
 * What a sync of some models has to do, worked out from the provider's declaration once.
 */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type * as Mapper from "@crosswalk/core/Mapper"
import * as Provider from "@crosswalk/core/Provider"
import type * as Resource from "@crosswalk/core/Resource"
import type * as Source from "@crosswalk/core/Source"
import * as Landing from "./Landing.ts"

/** A mapper that has to look again when a record of some resource changed. */
export interface Dependent {
  readonly mapper: Mapper.Mapper
  /** Resource whose records name the changed ones: the mapper's own, or one that is joined to it. */
  readonly resource: string
  /** Name of the stored link from those records to the changed ones. */
  readonly link: string
  /** Name of those records' link to the mapper's groups; null when they are its groups. */
  readonly group: string | null
}

/** A join that follows from what a resource's records name, and the links that stand for it. */
export interface Naming {
  readonly mapper: Mapper.Mapper
  readonly join: Source.Join
  readonly link: string
}

/** One resource of a plan, with all that hangs on its records. */
export interface Planned {
  readonly resource: Resource.Resource
  readonly checkIn: CheckIn.CheckIn
  /** What is kept of a record that came. */
  readonly keep: (raw: unknown) => unknown
  /** Mappers whose records are made of this resource's. */
  readonly mappers: ReadonlyArray<Mapper.Mapper>
  /** Mappers whose records name this resource's by a look-up. */
  readonly lookedUpBy: ReadonlyArray<Dependent>
  /** Joins, of any mapper, that follow from what this resource's records name. */
  readonly naming: ReadonlyArray<Naming>
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

/** Name of the stored links that a mapper's join follows, in either direction. */
export const joinLink = (mapper: Mapper.Mapper, join: string): string => `${mapper.name}#${join}`

const dependent = (mapper: Mapper.Mapper, name: string, { through }: Source.Join): Dependent => {
  const { joins, resource, shape } = mapper.source
  const between = through === null ? undefined : joins[through]
  return {
    mapper,
    link: joinLink(mapper, name),
    resource: (between?.resource ?? resource).name,
    group: through !== null ? joinLink(mapper, through) : shape === "one" ? null : mapper.name
  }
}

/** The resource whose records name what a join follows; undefined for a parent, which no record names. */
const namedIn = ({ source }: Mapper.Mapper, join: Source.Join): Resource.Resource | undefined => {
  if (join.kind === "parent") return undefined
  if (join.kind === "referring") return join.resource
  return join.through === null ? source.resource : source.joins[join.through]?.resource
}

/** Plans the sync of the models in `scopes`; `null` means all that the provider maps. */
export const make = (
  provider: Provider.Provider,
  scopes: ReadonlyArray<string> | null,
  landing: Landing.Landing = "everything"
): Plan => {
  const mappers = provider.mappers.filter((mapper) => scopes === null || scopes.includes(mapper.model.name))
  const resources = Provider.resourcesFor(mappers)
  const planned = resources.map((resource): Planned => ({
    resource,
    checkIn: CheckIn.make(resource),
    keep: Landing.keep(landing, resource),
    mappers: mappers.filter(({ source }) => source.resource === resource),
    lookedUpBy: mappers.flatMap((mapper) =>
      Object.entries(mapper.source.joins)
        .filter(([, join]) => join.kind === "lookup" && join.resource === resource)
        .map(([name, join]) => dependent(mapper, name, join))
    ),
    naming: mappers.flatMap((mapper) =>
      Object.entries(mapper.source.joins)
        .filter(([, join]) => namedIn(mapper, join) === resource)
        .map(([name, join]) => ({ mapper, join, link: joinLink(mapper, name) }))
    ),
    joinedBy: mappers.filter(({ source }) =>
      Object.values(source.joins).some((join) => join.kind === "parent" && join.resource === resource)
    ),
    children: resources.filter((child) => child.parent === resource)
  }))
  return { provider, mappers, resources: planned, byName: new Map(planned.map((one) => [one.resource.name, one])) }
}

/** The resources whose records carry links that a mapper needs: its groups, or what its joins follow. */
export const linkedFor = (plan: Plan, mapper: Mapper.Mapper): ReadonlyArray<Planned> =>
  plan.resources.filter(
    ({ mappers, naming }) =>
      (mapper.source.shape !== "one" && mappers.includes(mapper)) || naming.some((one) => one.mapper === mapper)
  )

/** The resources that a mapper's records are made of. */
export const resourcesOf = ({ source }: Mapper.Mapper): ReadonlyArray<Resource.Resource> => [
  source.resource,
  ...Object.values(source.joins).map(({ resource }) => resource)
]

/** What a remote record is filed under, beside its key: group keys, and the keys that it names for joins. */
export const linksOf = (
  planned: Planned,
  record: unknown,
  key: string
): ReadonlyArray<{ readonly link: string; readonly target: string }> => [
  ...planned.mappers.flatMap(({ name, source }) =>
    source.shape === "one" ? [] : source.keys(record, key).map((target) => ({ link: name, target }))
  ),
  ...planned.naming.flatMap(({ join, link }) => join.keys(record).map((target) => ({ link, target })))
]
