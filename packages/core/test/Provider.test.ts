import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Schema } from "effect"
import * as Coverage from "@crosswalk/core/Coverage"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Model from "@crosswalk/core/Model"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Registry from "@crosswalk/core/Registry"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import { folders, memos, Note, people, rules } from "./Sample.ts"

const docs = "https://vendor.example.com"
const none = Mapper.absent("not needed here")
const Plain = Model.make("tag", { plural: "tags", category: "ats", description: "A tag.", fields: {} })

const fields = {
  remote_id: () => "1",
  remote_created_at: none,
  remote_updated_at: none,
  custom_fields: none
}

/** A mapper that only says what it reads. */
const reading = (resource: Resource.Resource, lookups: ReadonlyArray<Resource.Resource> = []) => {
  const joins = Object.fromEntries(lookups.map((other) => [other.name, Source.lookup(other, () => [])]))
  return Mapper.make(Plain, Source.one(resource, joins), { docs, fields })
}

const resource = (name: string, parent?: Resource.Resource) =>
  Resource.make(name, {
    path: `/${name}`,
    page: Page.single({ items: "" }),
    wire: Schema.Struct({ id: Schema.String }),
    id: ({ id }) => id,
    ...(parent === undefined ? {} : { parent })
  })

const names = (mappers: ReadonlyArray<Mapper.Mapper>) => Provider.resourcesFor(mappers).map(({ name }) => name)

const provider = (id: string) =>
  Provider.make(id, {
    name: "Vendor",
    categories: ["ats"],
    docs,
    api: { version: "1", sunset: null },
    auth: [],
    baseUrls: { production: "https://api.vendor.example.com" },
    rateLimit: { limit: 10, windowSeconds: 1, burst: 10 },
    mappers: [Mapper.make(Note, memos, { docs, fields: rules }), reading(people)]
  })

describe("resourcesFor", () => {
  const [a, b, c, d] = [resource("a"), resource("b"), resource("c"), resource("d")]

  it("keeps the mappers' order", () => {
    assert.deepStrictEqual(names([reading(b), reading(a), reading(c)]), ["b", "a", "c"])
    assert.deepStrictEqual(names([]), [])
  })

  it("names each resource once", () => {
    assert.deepStrictEqual(names([reading(a), reading(a, [b]), reading(b)]), ["b", "a"])
  })

  it("puts look-ups before what names them", () => {
    assert.deepStrictEqual(names([reading(a, [c]), reading(b, [d, a]), reading(c)]), ["c", "a", "d", "b"])
  })

  it("puts what refers to a record before it", () => {
    const source = Source.one(a, { b: Source.referring(b, () => null), c: Source.through("b", c, () => []) })
    const joined = Mapper.make(Plain, source, { docs, fields })
    assert.deepStrictEqual(names([joined, reading(b)]), ["b", "c", "a"])
  })

  it("puts parents before their children, also those that no mapper reads", () => {
    const child = resource("child", a)
    const grandchild = resource("grandchild", child)
    assert.deepStrictEqual(names([reading(grandchild), reading(a)]), ["a", "child", "grandchild"])
    assert.deepStrictEqual(names([Mapper.make(Note, memos, { docs, fields: rules })]), [folders.name, memos.name])
  })

  it("holds both orders where they meet", () => {
    const child = resource("child", b)
    assert.deepStrictEqual(names([reading(a, [child]), reading(b, [c])]), ["c", "b", "child", "a"])
  })

  it("ends where resources look each other up", () => {
    assert.deepStrictEqual(names([reading(a, [b]), reading(b, [a])]), ["b", "a"])
    assert.deepStrictEqual(names([reading(a, [a])]), ["a"])
  })
})

describe("a provider", () => {
  const vendor = provider("vendor")

  it("has what was not declared in its plainest form", () => {
    assert.deepStrictEqual([vendor.hosts, vendor.settings, vendor.headers], [[], {}, {}])
    const failure = { status: 400, retryAfter: null, code: null, detail: "", permission: null }
    assert.deepStrictEqual(vendor.failure({}, failure), {})
  })

  it("finds its mappers by model", () => {
    assert.deepStrictEqual(
      Provider.mappersFor(vendor, "note").map(({ name }) => name),
      ["note/memos"]
    )
    assert.deepStrictEqual(Provider.mappersFor(vendor, "offer"), [])
    assert.deepStrictEqual(Provider.mappersFor(vendor, "toString"), [])
  })

  it("fills a connector's settings up, and takes only those that it has", () => {
    const choosing = {
      ...vendor,
      settings: { confidential: { title: "Confidential", default: "no" }, region: { title: "Region", default: "us" } }
    }
    assert.deepStrictEqual(Provider.settings(choosing, { region: "eu", colour: "red" }), {
      confidential: "no",
      region: "eu"
    })
    assert.deepStrictEqual(Provider.settings(choosing, {}), { confidential: "no", region: "us" })
  })
})

describe("declared coverage", () => {
  const rows = Coverage.declared(provider("vendor"))

  it("has one row for every field of every mapped model", () => {
    assert.deepStrictEqual(
      rows.map(({ model, field }) => `${model}.${field}`),
      [...Object.keys(Note.mapped.fields).map((f) => `note.${f}`), ...Object.keys(fields).map((f) => `tag.${f}`)]
    )
  })

  it("says how a field is filled, or why it is not", () => {
    const row = (field: string) => rows.find((each) => each.model === "note" && each.field === field)
    const common = { model: "note", resource: "memos" } as const
    assert.deepStrictEqual(row("emails"), { ...common, field: "emails", rule: "read", note: null, pii: "contact" })
    assert.deepStrictEqual(row("text"), {
      ...common,
      field: "text",
      rule: "derived",
      note: "the text, else its lines",
      pii: "basic"
    })
    assert.deepStrictEqual(row("rank"), {
      ...common,
      field: "rank",
      rule: "absent",
      note: "memos have no order",
      pii: "none"
    })
  })
})

describe("a registry", () => {
  const list = [provider("b"), provider("a")]

  it.effect("finds a provider by its id", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.Registry
      assert.strictEqual(yield* registry.get("a"), list[1])
      assert.deepStrictEqual(registry.all, list)
    }).pipe(Effect.provide(Registry.layer(list)))
  )

  it.effect("names what there is where an id is not known", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make(list)
      for (const id of ["c", "", "A", "constructor", "__proto__"]) {
        const error = yield* Effect.flip(registry.get(id))
        assert.strictEqual(error.message, `there is no provider "${id}"; known are: a, b`)
      }
      const empty = yield* Registry.make([])
      assert.strictEqual((yield* Effect.flip(empty.get("a"))).message, `there is no provider "a"; the list is empty`)
    })
  )

  it.effect("fails to start with two providers of one id", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Registry.make([...list, provider("a")]))
      assert.strictEqual(error._tag, "RegistryError")
      assert.include(error.message, `two providers have the id "a"`)
      assert.include(error.message, "remove one")
      const exit = yield* Effect.exit(Effect.provide(Registry.Registry, Registry.layer([...list, provider("a")])))
      assert.isTrue(Exit.isFailure(exit))
    })
  )

  it.effect("fails to start with two mappers or two resources of one name in a provider", () =>
    Effect.gen(function* () {
      const failure = (mappers: ReadonlyArray<Mapper.Mapper>) =>
        Effect.map(Effect.flip(Registry.make([{ ...provider("a"), mappers }])), ({ message }) => message)
      assert.include(
        yield* failure([reading(people), reading(people)]),
        'the provider "a" has two mappers "tag/people"'
      )
      assert.include(
        yield* failure([
          reading(folders, [resource("people")]),
          Mapper.make(Note, memos, { docs, fields: rules }),
          reading(people)
        ]),
        'the provider "a" has two resources "people"'
      )
    })
  )
})
