/** There is evidence: a recorded answer for every list, and nothing that belongs to none. */
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"

/** Every resource has at least one recorded record. */
export const recorded = Check.make("fixtures", "has recorded answers for every list", (subject) => [
  ...subject.fixtures.strays.map(({ name, why }) => Finding.make(name, `${why}`)),
  ...subject.material.recorded.flatMap(({ raws, resource: { name, parent } }) =>
    raws.length > 0
      ? []
      : [
          Finding.make(
            name,
            `no record is recorded; put the vendor's answer into fixtures/${name}/${parent === null ? "" : "<parent id>/"}1.json`
          )
        ]
  )
])
