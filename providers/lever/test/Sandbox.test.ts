import * as Sandbox from "@crosswalk/lever/Sandbox"
import * as Epoch from "@crosswalk/sandbox/Epoch"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import { all, call, Lever, list, one, walk } from "./caller.ts"

const Opportunity = Schema.Struct({
  id: Schema.String,
  contact: Schema.String,
  stage: Schema.String,
  lastAdvancedAt: Schema.Number,
  createdAt: Schema.Number,
  updatedAt: Schema.NullOr(Schema.Number),
  confidentiality: Schema.String,
  name: Schema.String,
  owner: Schema.String,
  applications: Schema.Array(Schema.String),
  archived: Schema.NullOr(Schema.Struct({ reason: Schema.String, archivedAt: Schema.Number })),
  isAnonymized: Schema.Boolean,
  opportunityLocation: Schema.optionalKey(Schema.String)
})

const opportunities = (path = "/opportunities?confidentiality=all") =>
  Effect.flatMap(all(path), Schema.decodeUnknownEffect(Schema.Array(Opportunity)))

const ids = (records: ReadonlyArray<{ readonly id?: unknown }>) => records.map(({ id }) => String(id))

const ranks = Effect.map(
  one("/disposition_stages"),
  ({ stages }) =>
    new Map(
      Schema.decodeUnknownSync(Schema.Array(Schema.Struct({ id: Schema.String, rank: Schema.Number })))(stages).map(
        ({ id, rank }) => [id, rank]
      )
    )
)

describe("Lever's simulator", () => {
  it.effect("hands out every opportunity once, by stage rank and then the one advanced last", () =>
    Effect.gen(function* () {
      const seen = yield* opportunities()
      assert.strictEqual(seen.length, 1004)
      assert.strictEqual(new Set(ids(seen)).size, 1004)
      const rank = yield* ranks
      for (const [at, record] of seen.entries()) {
        const next = seen[at + 1]
        if (next === undefined) break
        const [here, there] = [rank.get(record.stage) ?? 0, rank.get(next.stage) ?? 0]
        assert.isTrue(here < there || (here === there && record.lastAdvancedAt >= next.lastAdvancedAt))
      }
      for (const limit of [1, 7, 99]) {
        const some = yield* list(`/opportunities?confidentiality=all&limit=${limit}`)
        assert.deepStrictEqual(ids(some), ids(seen.slice(0, limit)))
      }
    }).pipe(Effect.provide(Lever.layer({ records: 1004 })))
  )

  it.effect("names the first record of the next page in its token, and takes it raw and encoded", () =>
    Effect.gen(function* () {
      const first = yield* call("/opportunities?limit=3")
      const [, , , fourth] = yield* list("/opportunities?limit=4")
      const rank = yield* ranks
      const token = first.body.next ?? ""
      assert.deepStrictEqual(JSON.parse(decodeURIComponent(token)), [
        rank.get(String(fourth?.stage)),
        fourth?.lastAdvancedAt,
        fourth?.id
      ])
      const onceEncoded = yield* list(`/opportunities?limit=3&offset=${token}`)
      const twiceEncoded = yield* list(`/opportunities?limit=3&offset=${encodeURIComponent(token)}`)
      assert.deepStrictEqual(onceEncoded, twiceEncoded)
      assert.strictEqual(onceEncoded[0]?.id, fourth?.id)
      assert.notProperty((yield* call("/opportunities?limit=100")).body, "next")
      for (const wrong of [
        "offset=[]",
        "offset=x",
        "offset=%5B1%5D",
        "offset=%25ZZ",
        "limit=0",
        "limit=101",
        "limit=ten"
      ]) {
        assert.strictEqual((yield* call(`/opportunities?${wrong}`)).status, 400, wrong)
      }
    }).pipe(Effect.provide(Lever.layer({ records: 30 })))
  )

  it.effect("shifts a record that changes stage between two pages", () =>
    Effect.gen(function* () {
      const { control } = yield* Lever
      const atRest = yield* opportunities("/opportunities")
      const last = atRest.at(-1)
      const first = atRest.at(0)
      const never = yield* walk("/opportunities", (page) =>
        page === 0 ? control.move({ opportunity: last?.id ?? "", stage: "lead-new" }) : Effect.void
      )
      assert.notInclude(ids(never), last?.id)
      const twice = yield* walk("/opportunities", (page) =>
        page === 0 ? control.move({ opportunity: first?.id ?? "", stage: "offer" }) : Effect.void
      )
      assert.strictEqual(ids(twice).filter((id) => id === first?.id).length, 2)
      assert.strictEqual(ids(yield* opportunities("/opportunities")).length, atRest.length)
    }).pipe(Effect.provide(Lever.layer({ records: 300 })))
  )

  it.effect("is the same account for the same seed, and another for another", () =>
    Effect.gen(function* () {
      const read = (seed: number) =>
        all("/opportunities?expand=applications").pipe(Effect.provide(Lever.layer({ seed, records: 120 })))
      const [one, again, other] = yield* Effect.all([read(1), read(1), read(2)])
      assert.deepStrictEqual(one, again)
      assert.strictEqual(ids(one).filter((id) => ids(other).includes(id)).length, 0)
    })
  )

  it.effect("has something of everything in an account of ten", () =>
    Effect.gen(function* () {
      const seen = yield* opportunities()
      assert.strictEqual(seen.length, 10)
      assert.isTrue(seen.some(({ name }) => name === ""))
      assert.isTrue(seen.some(({ isAnonymized }) => isAnonymized))
      assert.isTrue(seen.some(({ updatedAt }) => updatedAt === null))
      assert.isTrue(seen.some((record) => record.applications.length === 0 && record.opportunityLocation === undefined))
      assert.strictEqual(new Set(seen.map(({ contact }) => contact)).size, 9)
      assert.strictEqual((yield* opportunities("/opportunities")).length, 9)
      const children = [
        "applications",
        "offers",
        "interviews",
        "panels",
        "feedback",
        "notes",
        "files",
        "resumes",
        "referrals"
      ]
      for (const segment of children) {
        const found = yield* Effect.forEach(seen, ({ id }) => list(`/opportunities/${id}/${segment}`))
        assert.isAbove(found.flat().length, 0, segment)
        const [parent, some] =
          seen.map(({ id }, at) => [id, found[at]?.[0]] as const).find(([, child]) => child !== undefined) ?? []
        if (segment !== "panels")
          assert.deepNestedInclude(yield* one(`/opportunities/${parent}/${segment}/${some?.id}`), { ...some })
      }
      const lists = [
        "/postings",
        "/requisitions",
        "/stages",
        "/archive_reasons",
        "/tags",
        "/sources",
        "/users",
        "/feedback_templates",
        "/requisition_fields"
      ]
      for (const path of lists) assert.isAbove((yield* list(path)).length, 0, path)
      for (const path of ["/opportunities/deleted", "/applications/deleted", "/postings/deleted"]) {
        assert.hasAnyKeys((yield* list(path))[0], ["deletedAt"])
      }
      const [active, everybody] = [yield* list("/users"), yield* list("/users?includeDeactivated=true")]
      assert.strictEqual(everybody.length - active.length, 1)
      const here = new Set(ids(active))
      const gone = new Set(ids(everybody).filter((id) => !here.has(id)))
      assert.isTrue(seen.some(({ owner }) => gone.has(owner)))
      const reasons = new Map((yield* list("/archive_reasons")).map((reason) => [reason.id, reason.type]))
      const outcomes = seen.flatMap(({ archived }) => (archived === null ? [] : [reasons.get(archived.reason)]))
      assert.includeMembers(outcomes, ["hired", "non-hired"])
      const posting = (yield* list("/postings"))[0]
      assert.property(yield* one(`/postings/${posting?.id}/apply`), "customQuestions")
      assert.property(yield* one(`/contacts/${seen[0]?.contact}`), "emails")
    }).pipe(Effect.provide(Lever.layer({ records: 10 })))
  )

  it.effect("keeps one person's opportunities together by contact", () =>
    Effect.gen(function* () {
      const seen = yield* opportunities()
      const byContact = Map.groupBy(seen, ({ contact }) => contact)
      assert.strictEqual(Math.max(...[...byContact.values()].map((group) => group.length)), 6)
      assert.closeTo(1 - byContact.size / seen.length, 0.03, 0.01)
      for (const [contact, group] of [...byContact].filter(([, group]) => group.length > 1)) {
        const found = yield* list(`/opportunities?confidentiality=all&contact_id=${contact}`)
        assert.sameMembers(ids(found), ids(group))
        assert.strictEqual(new Set(group.map(({ name }) => name)).size, 1)
      }
    }).pipe(Effect.provide(Lever.layer({ records: 1004 })))
  )

  it.effect("filters as a reader of the whole list would", () =>
    Effect.gen(function* () {
      const seen = yield* opportunities()
      const middle = seen.map(({ updatedAt }) => updatedAt ?? 0).toSorted((a, b) => a - b)[250] ?? 0
      const some = seen.find(({ applications }) => applications.length > 0)
      const application = (yield* list(`/opportunities/${some?.id}/applications`))[0]
      const cases: ReadonlyArray<readonly [string, (record: typeof Opportunity.Type) => boolean]> = [
        [`updated_at_start=${middle}`, ({ updatedAt }) => updatedAt !== null && updatedAt >= middle],
        [`updated_at_end=${middle}`, ({ updatedAt }) => updatedAt !== null && updatedAt <= middle],
        [`created_at_start=${middle}`, ({ createdAt }) => createdAt >= middle],
        [`advanced_at_end=${middle}`, ({ lastAdvancedAt }) => lastAdvancedAt <= middle],
        [`archived_at_start=${middle}`, ({ archived }) => archived !== null && archived.archivedAt >= middle],
        ["archived=true", ({ archived }) => archived !== null],
        ["archived=false", ({ archived }) => archived === null],
        ["stage_id=offer&stage_id=lead-new", ({ stage }) => stage === "offer" || stage === "lead-new"],
        ["confidentiality=confidential", ({ confidentiality }) => confidentiality === "confidential"],
        ["confidentiality=non-confidential", ({ confidentiality }) => confidentiality !== "confidential"]
      ]
      for (const [query, test] of cases) {
        const found = yield* opportunities(
          `/opportunities?confidentiality=all&limit=50&${query}`.replace(
            /confidentiality=all&(.*confidentiality)/,
            "$1"
          )
        )
        assert.deepStrictEqual(ids(found), ids(seen.filter(test)), query)
        assert.isAbove(found.length, 0, query)
      }
      const name = some?.archived === null ? "posting_id" : "archived_posting_id"
      assert.include(
        ids(yield* opportunities(`/opportunities?confidentiality=all&${name}=${application?.posting}`)),
        some?.id
      )
      for (const wrong of ["updated_at_start=yesterday", "archived_at_end=", "confidentiality=some"]) {
        assert.strictEqual((yield* call(`/opportunities?${wrong}`)).status, 400, wrong)
      }
    }).pipe(Effect.provide(Lever.layer({ records: 500 })))
  )

  it.effect("includes and expands", () =>
    Effect.gen(function* () {
      const [plain] = yield* list("/opportunities?limit=1")
      const [little] = yield* list("/opportunities?limit=1&include=name&include=emails")
      assert.sameMembers(Object.keys(little ?? {}), ["id", "name", "emails"])
      const [full] = yield* list(
        "/opportunities?limit=1&include=name&expand=applications&expand=stage&expand=owner&expand=contact&expand=followers"
      )
      assert.deepInclude(full, { stage: { id: plain?.stage, text: "New lead" } })
      assert.deepInclude(full?.owner, { id: plain?.owner })
      assert.deepInclude(full?.contact, { id: plain?.contact })
      assert.deepStrictEqual(full?.applications, yield* list(`/opportunities/${plain?.id}/applications`))
    }).pipe(Effect.provide(Lever.layer({ records: 50 })))
  )

  it.effect("shows a week of surveys unless asked for more, and no person in the anonymous ones", () =>
    Effect.gen(function* () {
      const everything = yield* all("/eeo/responses/pii?created_at_start=0")
      assert.isAbove(everything.length, 50)
      assert.strictEqual(new Set(ids(everything)).size, everything.length)
      const week = Epoch.standard - 7 * 86_400_000
      const recent = everything.filter(({ appliedAt }) => Number(appliedAt) >= week)
      assert.deepStrictEqual(yield* all("/eeo/responses/pii"), recent)
      const anonymous = yield* all("/eeo/responses?fromDate=0")
      assert.strictEqual(anonymous.length, everything.length)
      for (const record of anonymous)
        assert.doesNotHaveAnyKeys(record, ["id", "applicationId", "contact", "opportunityId"])
      assert.isTrue(
        everything.some((record) => !("gender" in record)) &&
          everything.some(({ gender }) => typeof gender === "string")
      )
    }).pipe(Effect.provide(Lever.layer({ records: 200 })))
  )

  it.effect("moves the times of what is edited, and lists what is deleted", () =>
    Effect.gen(function* () {
      yield* TestClock.adjust("1 hour")
      const now = Epoch.standard + 3_600_000
      const { control } = yield* Lever
      const [first, second, third] = yield* opportunities("/opportunities")
      const changed = () => Effect.map(opportunities(`/opportunities?updated_at_start=${now}`), ids)
      assert.deepStrictEqual(yield* changed(), [])
      yield* control.edit({ kind: "opportunity", id: first?.id ?? "", fields: { name: "Ada Larkspur" } })
      yield* control.edit({ kind: "opportunity", id: third?.id ?? "", fields: { tags: ["silent"] }, touch: false })
      yield* control.create({ kind: "note", parent: second?.id ?? "", fields: { secret: true } })
      assert.sameMembers(yield* changed(), [first?.id, second?.id])
      assert.deepInclude(yield* one(`/opportunities/${first?.id}`), { name: "Ada Larkspur", updatedAt: now })
      assert.include(
        (yield* list("/tags")).map(({ text }) => text),
        "silent"
      )
      const made = yield* control.create({ kind: "opportunity", fields: { contact: first?.contact ?? "" } })
      assert.deepInclude(made, { createdAt: now, name: "Ada Larkspur" })
      yield* control.remove({ kind: "opportunity", id: first?.id ?? "" })
      assert.strictEqual((yield* call(`/opportunities/${first?.id}`)).status, 404)
      assert.deepStrictEqual(ids(yield* list(`/opportunities/deleted?deleted_at_start=${now}`)), [first?.id])
      assert.deepStrictEqual(ids(yield* list(`/applications/deleted?deleted_at_start=${now}`)), first?.applications)
      assert.deepStrictEqual(ids(yield* list(`/opportunities?contact_id=${first?.contact}`)), [made.id])
      for (const input of [
        { kind: "opportunity", id: "none" },
        { kind: "planet", id: "" },
        { kind: "user", id: "" }
      ]) {
        assert.strictEqual((yield* Effect.flip(control.remove(input)))._tag, "ActionError")
      }
    }).pipe(Effect.provide(Lever.layer({ records: 40 })))
  )

  it.effect("goes on working by itself, the same way for the same seed", () =>
    Effect.gen(function* () {
      const run = Effect.gen(function* () {
        const { control } = yield* Lever
        const changes = yield* control.churn({ count: 60 })
        return { changes, left: yield* all("/opportunities?expand=applications") }
      }).pipe(Effect.provide(Lever.layer({ records: 50 })))
      const once = yield* run
      assert.deepStrictEqual(yield* run, once)
      assert.isAtLeast(new Set(once.changes.map(({ change }) => change)).size, 6)
    })
  )

  it.live("opens an account of a million within seconds and without holding it", () =>
    Effect.gen(function* () {
      const before = process.memoryUsage.rss()
      yield* Effect.gen(function* () {
        const [took, first] = yield* Effect.timed(list("/opportunities"))
        assert.isBelow(Duration.toMillis(took), 3000)
        assert.strictEqual(first.length, 100)
        yield* list("/opportunities?stage_id=offer&limit=100")
        yield* list("/eeo/responses/pii?created_at_start=0")
        assert.isBelow(process.memoryUsage.rss() - before, 250 * 2 ** 20)
      }).pipe(Effect.provide(Lever.layer({ records: 1_000_000 })))
    })
  )

  it("says which provider it plays", () => {
    assert.strictEqual(Sandbox.sandbox.provider, "lever")
  })
})
