/** A vendor whose texts hold what databases do not take as it is: NUL characters and halves of surrogate pairs. */
import { Quarantine } from "@crosswalk/store/Quarantine"
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { assertConverged, connector, open } from "./Account.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const odd = "\0 \ud800\\u0000"

/** That such texts, in values, in keys of groups and of what is looked up, end no sync and arrive whole. */
export const syncs = Effect.gen(function* () {
  const data = Tiny.random(new Random(41), 12)
  data.teams = new Map(Array.from(data.teams, ([id, name]) => [`${id}${odd}`, `${name}${odd}`]))
  for (const [id, person] of data.people) {
    data.people.set(id, {
      ...person,
      human: `${person.human}${odd}`,
      name: `${person.name}${odd}`,
      team: person.team === null ? null : `${person.team}${odd}`,
      labels: person.labels.map((label) => `${label}${odd}`),
      notes: person.notes.map((note) => ({ ...note, text: odd }))
    })
  }
  const sync = yield* open(data)
  assert.strictEqual((yield* sync(true)).status, "succeeded")
  yield* assertConverged(data)
  const [id = "", person] = [...data.people][0] ?? []
  if (person !== undefined) data.people.set(id, { ...person, name: `${odd}!`, updated: ++data.now })
  assert.strictEqual((yield* sync(false)).status, "succeeded")
  yield* assertConverged(data)
  assert.strictEqual(yield* Quarantine.use((quarantine) => quarantine.count(connector)), 0)
})
