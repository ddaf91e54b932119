/** Pages come in any order and sometimes twice: what is made of them stays the same. */
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Material from "../internal/Material.ts"

type Raws = Material.Recorded["raws"]

const shuffles: ReadonlyArray<readonly [when: string, change: (raws: Raws) => Raws]> = [
  ["in the reverse order", (raws) => raws.toReversed()],
  ["twice", (raws) => [...raws, ...raws]],
  ["with the second half first", (raws) => [...raws.slice(raws.length / 2), ...raws.slice(0, raws.length / 2)]]
]

/** The same records, whatever the order in which they arrive. */
export const order = Check.make("order", "maps the same whatever order records come in", ({ material, provider }) =>
  shuffles.flatMap(([when, change]) => {
    const store = Material.land(material.recorded.map(({ raws, resource }) => ({ resource, raws: change(raws) })))
    return provider.mappers.flatMap((mapper) =>
      isDeepStrictEqual(Material.derive(mapper, store), Material.derive(mapper, material.store))
        ? []
        : [Finding.make(mapper.name, `makes something else of the same records when they come ${when}`)]
    )
  })
)
