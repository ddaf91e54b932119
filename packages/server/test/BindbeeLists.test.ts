import { assert, layer } from "@effect/vitest"
import { dialect } from "@crosswalk/api/bindbee/Dialect"
import * as Document from "@crosswalk/api/Document"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Effect, Schema } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

const formats = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
}

const ajv = new Ajv2020({ strict: false, allErrors: true, formats }).addSchema(Document.make(dialect), "document")

const escaped = (text: string) => encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"))

/** What the document says of an answer. */
const documented = (path: string, status: 200 | "item-404") => {
  const place = status === 200 ? `/paths/${escaped(path)}/get/responses/200` : `/components/responses/${status}`
  return ajv.compile({
    $ref: `document#${place}/content/${escaped("application/json")}/schema`
  })
}

const Item = Schema.Record(Schema.String, Schema.Unknown)
const List = Schema.Struct({
  cursor: Schema.NullOr(Schema.String),
  page_size: Schema.Int,
  items: Schema.Array(Item)
})
const decodeList = Schema.decodeUnknownSync(List)
const decodeItem = Schema.decodeUnknownSync(Item)

const asker = (baseUrl: string, key: string) => async (path: string, token: string | null) => {
  const response = await fetch(`${baseUrl}/bindbee/api${path}`, {
    headers: { authorization: `Bearer ${key}`, ...(token === null ? {} : { "x-connector-token": token }) }
  })
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

layer(Served.layer, { timeout: 120_000 })("the bindbee dialect", (it) => {
  it.effect("walks every list of every connector, in small and large pages, and answers as its document says", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(30)
      const ask = asker(yield* Served.baseUrl, key)
      const filled = new Set<string>()
      for (const { connector, token } of accounts) {
        for (const collection of dialect.collections.filter(({ category }) => category === connector.category)) {
          const path = dialect.listPath(collection)
          const fits = documented(path, 200)
          const walk = async (size: number) => {
            const seen: Array<Readonly<Record<string, unknown>>> = []
            let cursor: string | null = ""
            while (cursor !== null) {
              const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`
              const expand = Object.keys(collection.expansions).join(",")
              const { body, status } = await ask(
                `${path}?page_size=${size}&include_raw_data=true&include_custom_fields=true&expand=${expand}${query}`,
                token
              )
              if (status === 404) {
                assert.isTrue(documented(path, "item-404")(body))
                return null
              }
              assert.strictEqual(status, 200, JSON.stringify(body))
              assert.isTrue(fits(body), JSON.stringify(fits.errors))
              const list = decodeList(body)
              assert.strictEqual(list.page_size, list.items.length)
              seen.push(...list.items)
              cursor = list.cursor
            }
            return seen
          }
          const [small, large] = yield* Effect.promise(async () => [await walk(7), await walk(200)])
          assert.deepStrictEqual(small, large)
          assert.isFalse(fits({ cursor: null, page_size: 1, items: [{}] }))
          const [first] = large ?? []
          if (first === undefined) continue
          filled.add(`${collection.category}/${collection.path}`)
          assert.isNotNull(first["raw_data"], path)
          const itemPath = dialect.itemPath?.(collection) ?? ""
          const one = yield* Effect.promise(() => ask(itemPath.replace(":id", String(first["id"])), token))
          assert.strictEqual(one.status, 200)
          assert.isTrue(documented(itemPath.replace(":id", "{id}"), 200)(one.body))
          const { raw_data, custom_fields } = decodeItem(one.body)
          assert.deepStrictEqual([raw_data, custom_fields], [null, null])
        }
      }
      // Lists that no account had anything in would prove nothing.
      assert.deepStrictEqual(
        dialect.collections.map(({ category, path }) => `${category}/${path}`).filter((path) => !filled.has(path)),
        []
      )
    })
  )

  it.effect("puts records in the place of ids, whole or in part", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(20)
      const ask = asker(yield* Served.baseUrl, key)
      const token = accounts.find(({ connector }) => connector.provider === "lever")?.token ?? null
      const page = (query: string) =>
        Effect.map(
          Effect.promise(() => ask(`/ats/v1/applications?${query}`, token)),
          ({ body }) => decodeList(body).items
        )
      const plain = yield* page("")
      const expanded = yield* page("expand=candidate[id,first_name],job,current_stage")
      assert.strictEqual(plain.length, expanded.length)
      for (const [index, { candidate, current_stage }] of expanded.entries()) {
        assert.deepStrictEqual(Object.keys(decodeItem(candidate)), ["id", "first_name"])
        assert.strictEqual(decodeItem(candidate)["id"], plain[index]?.["candidate"])
        assert.isString(decodeItem(current_stage)["name"])
      }
    })
  )

  it.effect("refuses as the contract says, and tells no other's data", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(10)
      const stranger = yield* Account.workspace(10)
      const base = yield* Served.baseUrl
      const ask = asker(base, key)
      const ats = accounts.find(({ connector }) => connector.category === "ats")?.token ?? null
      const hris = accounts.find(({ connector }) => connector.category === "hris")?.token ?? null
      const refused = (path: string, token: string | null, own = ask) =>
        Effect.map(
          Effect.promise(() => own(path, token)),
          ({ body, status }) => {
            assert.deepStrictEqual(Object.keys(decodeItem(body)), ["detail"])
            return status
          }
        )
      assert.strictEqual(yield* refused("/ats/v1/candidates?page_size=201", ats), 422)
      assert.strictEqual(yield* refused("/ats/v1/candidates?cursor=x", ats), 422)
      assert.strictEqual(yield* refused("/ats/v1/candidates", null), 422)
      assert.strictEqual(yield* refused("/ats/v1/candidates", hris), 403)
      assert.strictEqual(yield* refused("/hris/v1/pay-groups", ats), 403)
      assert.strictEqual(yield* refused("/ats/v1/candidates", "no token"), 401)
      assert.strictEqual(yield* refused("/ats/v1/candidates", ats, asker(base, "wrong")), 401)
      assert.strictEqual(yield* refused("/ats/v1/candidates", ats, asker(base, stranger.key)), 401)
      assert.strictEqual(yield* refused("/ats/v1/candidates/no-id", ats), 404)
      assert.strictEqual(yield* refused("/ats/v1/nothing", ats), 404)
      const { headers } = yield* Effect.promise(() => asker(base, "wrong")("/ats/v1/candidates", ats))
      assert.strictEqual(headers.get("www-authenticate"), "Bearer")
    })
  )

  it.effect("lists pay groups, each with a route of its own, and finds people by them", () =>
    Effect.gen(function* () {
      const { accounts, key } = yield* Account.workspace(40)
      const ask = asker(yield* Served.baseUrl, key)
      const token = accounts.find(({ connector }) => connector.provider === "ukg-pro")?.token ?? null
      const { body } = yield* Effect.promise(() => ask("/hris/v1/pay-groups?page_size=200", token))
      assert.isTrue(documented("/hris/v1/pay-groups", 200)(body))
      const groups = decodeList(body).items
      assert.isAbove(groups.length, 1)
      for (const group of groups) {
        const id = String(group["id"])
        const one = yield* Effect.promise(() => ask(`/hris/v1/pay-groups/${id}`, token))
        assert.deepStrictEqual(one.body, group)
        const people = yield* Effect.promise(() => ask(`/hris/v1/employees?pay_group_id=${id}`, token))
        assert.isTrue(decodeList(people.body).items.every(({ pay_group }) => pay_group === id))
      }
      const none = yield* Effect.promise(() => ask("/hris/v1/pay-groups/x", token))
      assert.strictEqual(none.status, 404)
    })
  )
})
