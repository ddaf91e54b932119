import * as Keep from "@crosswalk/core/Keep"
import { assert, it } from "@effect/vitest"
import { join } from "node:path"
import * as Discovery from "../src/Discovery.ts"
import * as Environment from "../src/Environment.ts"
import * as Material from "../src/internal/Material.ts"
import * as Subject from "../src/Subject.ts"

const folder = join(import.meta.dirname, "../../../providers")

for (const { fixtures, provider } of await Discovery.providers(folder, Environment.read().providers)) {
  it(`${provider.name} is mapped from what is read alone as from the whole`, () => {
    const { material } = Subject.make(provider, { fixtures })
    const kept = Material.land(
      material.recorded.map(({ raws, resource }) => {
        const keep = Keep.read(resource)
        return { resource, raws: raws.map(({ parent, raw }) => ({ parent, raw: keep(raw) })) }
      })
    )
    let made = 0
    for (const mapper of provider.mappers) {
      const whole = Material.made(mapper, material.store)
      made += whole.length
      assert.deepStrictEqual(Material.made(mapper, kept), whole, mapper.name)
    }
    assert.isAbove(made, 0)
  })
}
