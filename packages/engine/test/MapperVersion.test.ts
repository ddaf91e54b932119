import { Office } from "@crosswalk/core/ats/Office"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import { assert, it } from "@effect/vitest"
import { Schema } from "effect"
import * as MapperVersion from "../src/MapperVersion.ts"
import * as Tiny from "./TinyVendor.ts"

const { bare, none, source: docs } = Tiny

interface Variant {
  readonly wire?: Schema.Codec<{ readonly id: string }>
  readonly id?: (record: { readonly id: string }) => string
  readonly by?: (record: { readonly id: string }) => string
  readonly why?: string
  readonly loud?: boolean
}

const versionOf = (variant: Variant = {}, version: string | null = null) => {
  const resource = Resource.make("teams", {
    path: "/teams",
    page: Tiny.lists.teams.page,
    wire: variant.wire ?? Schema.Struct({ id: Schema.String }),
    id: variant.id ?? ((record) => record.id)
  })
  const mapper = Mapper.make(Office, Source.group(resource, variant.by ?? (({ id }) => id), {}), {
    docs,
    fields: {
      ...bare,
      remote_id: ({ key }) => key,
      name: variant.loud === true ? ({ key }) => key.toUpperCase() : ({ key }) => key,
      location: variant.why === undefined ? none : Mapper.absent(variant.why),
      parent_id: none
    }
  })
  return MapperVersion.of({ version }, mapper)
}

it("is the same for the same declaration, whatever is said about it", () => {
  const { version } = versionOf()
  assert.strictEqual(versionOf().version, version)
  assert.strictEqual(versionOf({ why: "said otherwise" }).version, version)
  const described = Schema.Struct({ id: Schema.String.annotate({ description: "the id" }) }).annotate({ source: docs })
  assert.strictEqual(versionOf({ wire: described }).version, version)
})

it("is another for another rule, group, key, wire schema or version of the provider", () => {
  const versions = [
    versionOf(),
    versionOf({ loud: true }),
    versionOf({ by: ({ id }) => id.toLowerCase() }),
    versionOf({ id: ({ id }) => id.trim() }),
    versionOf({ wire: Schema.Struct({ id: Schema.NonEmptyString }) }),
    versionOf({}, "1.0.0"),
    versionOf({}, "1.0.1")
  ].map(({ version }) => version)
  assert.strictEqual(new Set(versions).size, versions.length)
})

it("tells apart what is read", () => {
  const { reads, version } = versionOf()
  assert.strictEqual(MapperVersion.readsOf(version), reads)
  assert.strictEqual(versionOf({ loud: true }).reads, reads)
  assert.notStrictEqual(versionOf({ wire: Schema.Struct({ id: Schema.NonEmptyString }) }).reads, reads)
})
