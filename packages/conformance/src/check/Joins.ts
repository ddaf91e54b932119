/** Records find what belongs to them: joins bring something, references lead somewhere. */
import * as Model from "@crosswalk/core/Model"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Material from "../internal/Material.ts"

/** Every join finds a record in the fixtures, and a parent is the one that the list is read for. */
export const joins = Check.make("joins", "joins records that belong together", ({ material, provider }) =>
  provider.mappers.flatMap((mapper) => {
    const { name, source } = mapper
    const groups = Material.worked(mapper, material.store).map(({ group }) => group)
    return Object.entries(source.joins).flatMap(([join, { kind, resource }]) => {
      const about = `${name} "${join}"`
      if (kind === "parent" && resource !== source.resource.parent) {
        const own = source.resource.parent?.name ?? "nothing"
        return [
          Finding.make(about, `joins ${resource.name} as the parent, but ${source.resource.name} is listed for ${own}`)
        ]
      }
      return groups.some(({ joined }) => (joined[join]?.length ?? 0) > 0)
        ? []
        : [
            Finding.make(
              about,
              `finds no record of ${resource.name} in any fixture: a wrong key, or a fixture is missing`
            )
          ]
    })
  })
)

/** Where a model is mapped, some reference to it leads to one of its records. */
export const references = Check.make(
  "references",
  "refers to records by the ids that they have",
  ({ material, provider }) => {
    const known = new Map<string, Set<string>>()
    for (const mapper of provider.mappers) {
      const ids = known.get(mapper.model.identity) ?? new Set<string>()
      known.set(mapper.model.identity, ids)
      for (const { group } of Material.worked(mapper, material.store)) ids.add(group.key)
    }
    return provider.mappers.flatMap((mapper) => {
      const records = Material.worked(mapper, material.store).flatMap(({ outcome }) =>
        outcome._tag === "Mapped" ? [outcome.record] : []
      )
      return Model.mappedFields(mapper.model).flatMap(({ field, reference }) => {
        const targets = reference === undefined ? undefined : known.get(reference)
        if (targets === undefined) return []
        const values = records
          .flatMap((record) => record[field])
          .filter((value): value is string => typeof value === "string")
        return values.length === 0 || values.some((value) => targets.has(value))
          ? []
          : [
              Finding.make(
                `${mapper.name} ${field}`,
                `no ${reference} in the fixtures has the id "${values[0]}" or another that it names`
              )
            ]
      })
    })
  }
)
