/** The requests of the vendors' pages that the dialects begin with, as the pages show them, over sparing vendors, too. */
import { assert, layer } from "@effect/vitest"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect, Schema } from "effect"
import { randomUUID } from "node:crypto"
import * as Account from "./Account.ts"
import { call } from "./Calling.ts"
import { links } from "./seeds/Links.ts"
import * as Shapes from "./seeds/Shapes.ts"
import * as Sparing from "./seeds/Sparing.ts"
import * as Served from "./Served.ts"

type World = Effect.Success<ReturnType<typeof Account.workspace>>

const read = Effect.fnUntraced(function* <A>(
  shape: Schema.ConstraintDecoder<A>,
  path: string,
  headers: Readonly<Record<string, string>>
) {
  const answer = yield* call(path, null, { headers })
  assert.strictEqual(answer.status, 200, `${path}: ${answer.text.slice(0, 200)}`)
  const body: unknown = JSON.parse(answer.text)
  return Schema.decodeUnknownSync(shape)(body)
})

const ofCategory = ({ accounts }: World, category: string) =>
  accounts.filter(({ connector }) => connector.category === category)

const bearer = ({ key }: Pick<World, "key">) => ({ authorization: `Bearer ${key}` })

/** Links that the simulated vendors tell of. */
const told = `ats/activity.user_ids ats/candidate.user_id ats/interview.user_ids ats/document.user_id
  hris/employee.manager_id hris/group.user_ids hris/payslip.user_id hris/timeoff.user_id`.split(/\s+/)

const vendors: ReadonlyArray<readonly [name: string, between: Account.Between, records: number]> = [
  ["a vendor that tells all", Effect.succeed, 12],
  ["a vendor that tells as little as it may", Sparing.between, 8]
]

layer(Served.layer, { timeout: 240_000 })("The vendors' pages", (it) => {
  for (const [name, between, records] of vendors) {
    it.effect(`connectors of a category (000), over ${name}`, () =>
      Effect.gen(function* () {
        const world = yield* Account.workspace(records, between)
        // Nothing was synced of this one, nor is the customer's name known.
        const fresh = yield* Connectors.use((connectors) =>
          connectors.create({
            id: randomUUID(),
            workspace: world.name,
            provider: "ukg-pro",
            category: "hris",
            credentials: {}
          })
        )
        const list = (category: string, query = "") =>
          read(Shapes.Connectors, `/bindbee/api/${category}/v1/connectors${query}`, bearer(world))
        for (const category of ["hris", "ats", "lms"]) {
          const { cursor, items, page_size } = yield* list(category)
          const own = ofCategory(world, category).map(({ connector }) => connector.id)
          const expected = category === "hris" ? [...own, fresh.id] : own
          assert.sameMembers(
            (items ?? []).map(({ id }) => id),
            expected
          )
          assert.strictEqual(page_size, expected.length)
          assert.isNull(cursor)
          assert.isTrue((items ?? []).every((item) => item.category === category.toUpperCase()))
        }
        const found: Array<string> = []
        let cursor: string | null = null
        do {
          const page: typeof Shapes.Connectors.Type = yield* list(
            "hris",
            `?page_size=1${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`
          )
          found.push(...(page.items ?? []).map(({ id }) => id))
          cursor = page.cursor
        } while (cursor !== null)
        assert.lengthOf(new Set(found), ofCategory(world, "hris").length + 1)
        const [one] = ofCategory(world, "hris")
        const byToken = yield* list("hris", `?connector_token=${one?.token}&is_active=true&page_size=100`)
        assert.deepStrictEqual(
          byToken.items?.map(({ connector_token, id }) => [id, connector_token]),
          [[one?.connector.id, one?.token]]
        )
        const none = yield* list("hris", "?is_active=false")
        assert.deepStrictEqual(none.items ?? [], [])
        for (const wrong of ["0", "-1", "many"]) {
          const refused = yield* call(`/bindbee/api/hris/v1/connectors?page_size=${wrong}`, world.key)
          assert.strictEqual(refused.status, 422)
        }
      })
    )

    it.effect(`users of an integration (001), over ${name}`, () =>
      Effect.gen(function* () {
        const world = yield* Account.workspace(records, between)
        for (const { connector } of ofCategory(world, "ats")) {
          const integration = IntegrationId.write(connector.provider, connector.id)
          const list = (query: string) =>
            read(Shapes.Users, `/kombo/v1/ats/users${query}`, {
              ...bearer(world),
              "X-Integration-Id": integration
            }).pipe(Effect.map(({ data }) => data))
          const { next, results } = yield* list("")
          assert.isNull(next)
          assert.isAbove(results.length, 2, connector.provider)
          const [first, second] = results
          const page = yield* list("?page_size=2")
          assert.deepStrictEqual(page.results, results.slice(0, 2))
          const after = yield* list(`?page_size=2&cursor=${encodeURIComponent(page.next ?? "")}`)
          assert.deepStrictEqual(after.results, results.slice(2, 4))
          const wanted = `${first?.id},${second?.id}`
          assert.lengthOf((yield* list(`?ids=${encodeURIComponent(wanted)}`)).results, 2)
          const byBoth = yield* list(`?ids=${wanted}&remote_ids=${first?.remote_id}`)
          assert.deepStrictEqual(byBoth.results, results.slice(0, 1))
          assert.deepStrictEqual((yield* list("?remote_ids=none")).results, [])
          assert.lengthOf((yield* list("?include_deleted=true")).results, results.length)
          // The clock of tests begins in 1970.
          assert.lengthOf((yield* list("?updated_after=1969-12-31T00:00:00.000Z")).results, results.length)
          assert.deepStrictEqual((yield* list("?updated_after=1970-01-02T00:00:00.000Z")).results, [])
          const unknown = yield* call("/kombo/v1/ats/users?ids=222k7eCGyUdgt2JWZDNnkDs3", world.key, {
            headers: { "x-integration-id": integration }
          })
          assert.strictEqual(unknown.status, 404)
        }
      })
    )

    it.effect(`a candidate (003), over ${name}`, () =>
      Effect.gen(function* () {
        const world = yield* Account.workspace(records, between)
        for (const { token } of ofCategory(world, "ats")) {
          const headers = { ...bearer(world), "x-connector-token": token }
          const { items } = yield* read(Shapes.Candidates, "/bindbee/api/ats/v1/candidates?page_size=200", headers)
          assert.isAbove(items.length, 2)
          for (const listed of items) {
            const path = `/bindbee/api/ats/v1/candidates/${listed.id}`
            const plain = yield* read(Shapes.Candidate, path, headers)
            assert.deepStrictEqual(plain, listed)
            assert.isNull(plain.raw_data)
            const raw = yield* read(Shapes.Candidate, `${path}?include_raw_data=true`, headers)
            assert.deepStrictEqual({ ...raw, raw_data: null }, plain)
            assert.isNotEmpty(raw.raw_data)
          }
        }
      })
    )

    it.effect(`employees of every connection, and whoever links back to them (004), over ${name}`, () =>
      Effect.gen(function* () {
        const world = yield* Account.workspace(records, between)
        const headers = { authorization: world.key }
        const seen = new Set<string>()
        for (const { connector } of world.accounts) {
          const path = `/unified/hris/${connector.id}/employee`
          const employees = yield* read(Shapes.Employees, `${path}?limit=100`, headers)
          assert.isAbove(employees.length, 2, connector.provider)
          for (const listed of employees) {
            const one = yield* read(Shapes.Employee, `${path}/${encodeURIComponent(listed.id)}`, headers)
            assert.deepStrictEqual(one, listed)
          }
          const ids = new Set(employees.map(({ id }) => id))
          for (const [list, fields] of Object.entries(links)) {
            const [category = "", object = ""] = list.split("/")
            const answer = yield* call(`/unified/${category}/${connector.id}/${object}?limit=100`, null, { headers })
            if (answer.status === 404) continue
            const items = Schema.decodeUnknownSync(Schema.fromJsonString(Shapes.linking(fields)))(answer.text)
            for (const field of Object.keys(fields)) {
              for (const id of items.flatMap((item) => item[field] ?? [])) {
                seen.add(`${list}.${field}`)
                assert.isTrue(ids.has(id), `${connector.provider} ${list}.${field}: ${id}`)
              }
            }
          }
        }
        if (between === Effect.succeed) assert.includeMembers([...seen], told)
      })
    )
  }
})
