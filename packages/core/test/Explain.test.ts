import { assert, describe, it } from "@effect/vitest"
import * as Explain from "@crosswalk/core/Explain"
import * as Id from "@crosswalk/core/Id"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { track } from "../src/internal/track.ts"
import type { TrackedRead } from "../src/internal/track.ts"
import { group, folders, memo, memos, Note, people, rules } from "./Sample.ts"
import type { Memo } from "./Sample.ts"

const docs = "https://vendor.example.com/memos"
const identify = Id.forConnector("c")
const none = Mapper.absent("not needed here")
const nothing = {
  remote_created_at: none,
  remote_updated_at: none,
  custom_fields: none,
  text: none,
  rank: none,
  emails: none,
  kind: none,
  author_id: none,
  reader_ids: none
}

/** What a mapper's fields were made of, by their names. */
const explained = (mapper: Mapper.Mapper, material: Source.Group) => {
  const outcome = mapper.run(material, identify)
  const fields = Explain.explain(mapper, material, outcome?._tag === "Mapped" ? outcome.record : {})
  return new Map((fields ?? assert.fail("nothing to explain")).map((field) => [field.field, field]))
}

/** The paths that one rule reads of a memo. */
const paths = (rule: (memo: Memo) => unknown, record: unknown = memo) => {
  const mapper = Mapper.make(Note, memos, {
    docs,
    fields: {
      ...nothing,
      remote_id: () => "m1",
      title: () => "x",
      text: (input) => (rule(input) === undefined ? null : "read")
    }
  })
  return explained(mapper, group("m1", [record]))
    .get("text")
    ?.from.map(({ path }) => path)
}

describe("a mapping of one record", () => {
  const note = Mapper.make(Note, memos, { docs, fields: rules })
  const fields = explained(note, group("m1", [memo]))

  it("explains every field, in the model's order", () => {
    assert.deepStrictEqual([...fields.keys()], Object.keys(Note.mapped.fields))
  })

  it("names path and value, and the value that is served", () => {
    assert.deepStrictEqual(fields.get("title"), {
      field: "title",
      value: "Offer",
      rule: "read",
      note: null,
      from: [{ path: "memos.title", value: "Offer" }]
    })
    assert.deepStrictEqual(fields.get("author_id"), {
      field: "author_id",
      value: Id.make("c", "employee", "u1"),
      rule: "read",
      note: null,
      from: [{ path: "memos.author", value: "u1" }]
    })
  })

  it("tells how a value was worked out", () => {
    assert.deepStrictEqual(fields.get("text"), {
      field: "text",
      value: "She called.",
      rule: "derived",
      note: "the text, else its lines",
      from: [{ path: "memos.body.text", value: "She called." }]
    })
  })

  it("tells why a field is absent, and names no path for it", () => {
    assert.deepStrictEqual(fields.get("rank"), {
      field: "rank",
      value: null,
      rule: "absent",
      note: "memos have no order",
      from: []
    })
  })

  it("names the entries of a list", () => {
    assert.deepStrictEqual(fields.get("emails")?.from, [
      { path: "memos.sentTo[0].address", value: "a@example.com" },
      { path: "memos.sentTo[0].kind", value: "work" },
      { path: "memos.sentTo[1].address", value: "b@example.com" },
      { path: "memos.sentTo[1].kind", value: null }
    ])
  })

  it("names what was looked for and not found", () => {
    const bare = explained(note, group("m1", [{ id: "m1", title: "x", readers: [] }]))
    assert.deepStrictEqual(bare.get("text")?.from, [{ path: "memos.body", value: null }])
    assert.deepStrictEqual(bare.get("reader_ids")?.from, [{ path: "memos.readers", value: [] }])
  })

  it("names what fields share for each of them", () => {
    const text = Mapper.once(({ body }: Memo) => body?.text ?? null)
    const sharing = Mapper.make(Note, memos, {
      docs,
      fields: { ...nothing, remote_id: ({ id }) => String(id), title: (input) => text(input) ?? "none", text }
    })
    const from = [{ path: "memos.body.text", value: "She called." }]
    const fields = explained(sharing, group("m1", [memo]))
    assert.deepStrictEqual([fields.get("title")?.from, fields.get("text")?.from], [from, from])
  })

  it("explains nothing where nothing is", () => {
    assert.isNull(Explain.explain(note, group("m1", []), {}))
  })

  it("explains a frozen record like any other", () => {
    const body = Object.freeze({ text: "She called." })
    const frozen = Object.freeze({ ...memo, body, sentTo: Object.freeze([{ address: "a" }]) })
    assert.deepStrictEqual(
      paths((m) => [m.body?.text, m.sentTo?.[0]?.address], frozen),
      ["memos.body.text", "memos.sentTo[0].address"]
    )
  })
})

describe("reads", () => {
  it("are found through every way to read", () => {
    assert.deepStrictEqual(
      paths((m) => m.body?.text),
      ["memos.body.text"]
    )
    assert.deepStrictEqual(
      paths(({ body }) => body?.text),
      ["memos.body.text"]
    )
    assert.deepStrictEqual(
      paths(({ body }) => {
        const { text } = body ?? {}
        return text
      }),
      ["memos.body.text"]
    )
    assert.deepStrictEqual(
      paths((m) => m.readers?.map((id) => id)),
      ["memos.readers[0]", "memos.readers[1]"]
    )
    assert.deepStrictEqual(
      paths((m) => m.readers?.filter((id) => id === "u2")),
      ["memos.readers[0]", "memos.readers[1]"]
    )
    assert.deepStrictEqual(
      paths((m) => m.readers?.find((id) => id === "u1")),
      ["memos.readers[0]"]
    )
    assert.deepStrictEqual(
      paths((m) => m.readers?.at(-1)),
      ["memos.readers[1]"]
    )
    assert.deepStrictEqual(
      paths((m) => [...(m.readers ?? [])]),
      ["memos.readers[0]", "memos.readers[1]"]
    )
    assert.deepStrictEqual(
      paths((m) => m.readers?.join()),
      ["memos.readers[0]", "memos.readers[1]"]
    )
    assert.deepStrictEqual(
      paths(({ readers }) => {
        const [, second] = readers ?? []
        return second
      }),
      ["memos.readers[0]", "memos.readers[1]"]
    )
    assert.deepStrictEqual(
      paths((m) => m.readers?.length),
      ["memos.readers"]
    )
    assert.deepStrictEqual(
      paths((m) => ({ ...m.body })),
      ["memos.body.text"]
    )
    assert.deepStrictEqual(
      paths((m) => Object.values(m.body ?? {})),
      ["memos.body.text"]
    )
    assert.deepStrictEqual(
      paths((m) => JSON.stringify(m.body)),
      ["memos.body.text"]
    )
    assert.deepStrictEqual(
      paths((m) => m.sentTo?.flatMap((to) => [to.address]).toSorted()),
      ["memos.sentTo[0].address", "memos.sentTo[1].address"]
    )
    assert.deepStrictEqual(
      paths((m) => m),
      []
    )
  })

  it("are each named once", () => {
    assert.deepStrictEqual(
      paths((m) => [m.title, m.title, m.body, m.body?.text]),
      ["memos.title", "memos.body.text"]
    )
  })

  it("are known also where the rule throws", () => {
    assert.deepStrictEqual(
      paths((m) => {
        throw new Error(m.title)
      }),
      ["memos.title"]
    )
  })

  it("do not count methods as fields", () => {
    assert.deepStrictEqual(
      paths((m) => m.title.toUpperCase() + String(m.readers) + m.hasOwnProperty("a")),
      ["memos.title", "memos.readers[0]", "memos.readers[1]"]
    )
  })

  it("give the same part each time, so that comparing works", () => {
    const reads: Array<TrackedRead> = []
    const tracked = track({ list: [{ a: 1 }, { a: 2 }] }, "x", reads)
    const list = (value: unknown): ReadonlyArray<unknown> =>
      typeof value === "object" && value !== null && "list" in value && Array.isArray(value.list) ? value.list : []
    assert.strictEqual(list(tracked)[1], list(tracked)[1])
    assert.strictEqual(list(tracked).indexOf(list(tracked)[1]), 1)
    assert.isTrue(list(tracked).includes(list(tracked)[0]))
  })

  it("stay cheap for long lists", () => {
    const readers = Array.from({ length: 100_000 }, (_, index) => `u${index}`)
    assert.strictEqual(paths((m) => m.readers?.map((id) => id), { ...memo, readers })?.length, 100_000)
  }, 5_000)
})

describe("other sources", () => {
  it("number the members of a group", () => {
    const source = Source.group(memos, (m) => m.topic, {})
    const mapper = Mapper.make(Note, source, {
      docs,
      fields: {
        ...nothing,
        remote_id: ({ key }) => key,
        title: ({ remotes }) => remotes[1]?.title ?? "",
        reader_ids: ({ remotes }) => remotes.flatMap((m) => m.readers ?? [])
      }
    })
    const fields = explained(mapper, group("offers", [memo, { ...memo, title: "Second", readers: ["u9"] }]))
    assert.deepStrictEqual(fields.get("title")?.from, [{ path: "memos[1].title", value: "Second" }])
    assert.deepStrictEqual(
      fields.get("reader_ids")?.from.map(({ path }) => path),
      ["memos[0].readers[0]", "memos[0].readers[1]", "memos[1].readers[0]"]
    )
    const ofKey = fields.get("remote_id")?.from.map(({ path }) => path) ?? []
    assert.include(ofKey, "memos.topic")
  })

  it("name joined records by their resource", () => {
    const authors = Source.lookup(people, (m: Memo) => [m.author])
    const mapper = Mapper.make(Note, Source.one(memos, { authors, folder: Source.parent(folders) }), {
      docs,
      fields: {
        ...nothing,
        remote_id: ({ remote }) => String(remote.id),
        title: ({ authors }) => authors?.find(({ id }) => id === "u1")?.name ?? "",
        text: ({ folder }) => folder?.label ?? null,
        rank: ({ authors }) => authors?.length ?? null
      }
    })
    const fields = explained(
      mapper,
      group("m1", [memo], { authors: [{ id: "u0" }, { id: "u1", name: "Ada" }], folder: [{ id: "f", label: "New" }] })
    )
    assert.deepStrictEqual(fields.get("title")?.from, [
      { path: "people[0].id", value: "u0" },
      { path: "people[1].id", value: "u1" },
      { path: "people[1].name", value: "Ada" }
    ])
    assert.deepStrictEqual(fields.get("text")?.from, [{ path: "folders[0].label", value: "New" }])
    assert.deepStrictEqual(fields.get("rank")?.from, [])
    const unknown = explained(mapper, group("m1", [memo], { authors: null, folder: null }))
    assert.deepStrictEqual(unknown.get("text")?.from, [])
  })

  it("name the item within its record", () => {
    const source = Source.each(memos, { of: (m) => m.sentTo, id: (to) => to.address }, {})
    const mapper = Mapper.make(Note, source, {
      docs,
      fields: { ...nothing, remote_id: ({ item }) => item.address, title: ({ remote }) => remote.title }
    })
    const fields = explained(mapper, group("b@example.com", [memo]))
    assert.deepStrictEqual(fields.get("remote_id")?.from, [{ path: "memos.sentTo[1].address", value: "b@example.com" }])
    assert.deepStrictEqual(fields.get("title")?.from, [{ path: "memos.title", value: "Offer" }])
  })

  it("show where a distinct word stands", () => {
    const mapper = (by: (m: Memo) => ReadonlyArray<string | null | undefined>) =>
      Mapper.make(Note, Source.distinct(memos, by), {
        docs,
        fields: { ...nothing, remote_id: ({ key }) => key, title: ({ key }) => key }
      })
    const exact = explained(
      mapper((m) => [m.via, m.topic, ...(m.readers ?? [])]),
      group("u2", [memo])
    )
    assert.deepStrictEqual(exact.get("title")?.from, [{ path: "memos.readers[1]", value: "u2" }])
    assert.deepStrictEqual(exact.get("text")?.from, [])
    const composed = explained(
      mapper((m) => [`${m.via}/${m.topic}`]),
      group("phone/offers", [memo])
    )
    assert.deepStrictEqual(composed.get("title")?.from, [
      { path: "memos.via", value: "phone" },
      { path: "memos.topic", value: "offers" }
    ])
    const odd = explained(
      mapper((m) => [m.topic]),
      group('"\\n"', [{ ...memo, topic: "\n" }])
    )
    assert.deepStrictEqual(odd.get("title")?.from, [{ path: "memos.topic", value: "\n" }])
  })
})
