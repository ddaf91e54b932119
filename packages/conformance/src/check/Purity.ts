/** Mappers leave their input alone and give the same for the same: the material is stored and mapped again later. */
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Json from "../internal/Json.ts"
import * as Material from "../internal/Material.ts"

/** The same record comes of frozen material, and of the same material a second time. */
export const purity = Check.make("purity", "maps without changing what it maps", ({ material, provider }) =>
  provider.mappers.flatMap((mapper) => {
    const recorded = material.recorded.map(({ raws, resource }) => ({ resource, raws: Material.copy(raws) }))
    const given = Material.land(recorded)
    const before = JSON.stringify([...given])
    const first = Material.derive(mapper, given)
    if (JSON.stringify([...given]) !== before) return [Finding.make(mapper.name, "it changes the record that it maps")]
    if (!isDeepStrictEqual(Material.derive(mapper, given), first)) {
      return [Finding.make(mapper.name, "it makes something else of the same record a second time")]
    }
    const frozen = Material.derive(
      mapper,
      Material.land(recorded.map((one) => ({ ...one, raws: Json.freeze(one.raws) })))
    )
    return isDeepStrictEqual(frozen, first) ? [] : [Finding.make(mapper.name, "it changes the record that it maps")]
  })
)
