import * as Sandbox from "@crosswalk/greenhouse/Sandbox"
import * as Epoch from "@crosswalk/sandbox/Epoch"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { all, call, Greenhouse, list, walk, type Wire } from "./caller.ts"

const ids = (records: ReadonlyArray<Wire>) => records.map(({ id }) => Number(id))

const text = (value: unknown) => String(value)

/** Every list that one of the product's 15 scopes needs. */
const needed = [
  "applications",
  "application_stages",
  "rejection_details",
  "attachments",
  "candidates",
  "departments",
  "eeoc",
  "jobs",
  "job_posts",
  "openings",
  "job_interview_stages",
  "offers",
  "offices",
  "rejection_reasons",
  "users",
  "user_emails",
  "user_roles",
  "user_job_permissions",
  "interviews",
  "interviewers",
  "job_interviews",
  "interview_kits",
  "scorecards",
  "scorecard_question_answers",
  "scorecard_candidate_attributes",
  "job_candidate_attributes",
  "candidate_tags",
  "applied_candidate_tags",
  "candidate_educations",
  "candidate_employments",
  "custom_fields",
  "custom_field_options",
  "job_owners",
  "job_hiring_managers",
  "notes",
  "sources",
  "prospect_details",
  "prospect_pools"
]

describe("Greenhouse's simulator", () => {
  it.effect("hands out every candidate once, by descending id, with the query kept in the cursor", () =>
    Effect.gen(function* () {
      const seen = yield* all("/candidates")
      assert.strictEqual(new Set(ids(seen)).size, 1003)
      assert.deepStrictEqual(
        ids(seen),
        ids(seen).toSorted((a, b) => b - a)
      )
      assert.isAbove(Math.min(...ids(seen)), 2 ** 31)
      for (const size of [1, 7, 500]) {
        const first = yield* call(`/candidates?per_page=${size}`)
        assert.deepStrictEqual(ids(JSON.parse(first.text)), ids(seen).slice(0, size))
        const second = yield* call(first.next ?? "")
        assert.deepStrictEqual(ids(JSON.parse(second.text)), ids(seen).slice(size, 2 * size))
      }
    }).pipe(Effect.provide(Greenhouse.layer({ records: 1003 })))
  )

  it.effect("refuses a cursor with company, an old one, and one of another list", () =>
    Effect.gen(function* () {
      const { control } = yield* Greenhouse
      const { next = "" } = yield* call("/candidates?per_page=3")
      const together = yield* call(`${next}&per_page=3`)
      assert.strictEqual(together.status, 422)
      assert.deepStrictEqual(JSON.parse(together.text), {
        errors: ["When passing a cursor, do not include other query params."]
      })
      assert.strictEqual((yield* call(next.replace("candidates", "jobs"))).status, 422)
      assert.strictEqual((yield* call("/candidates?cursor=nonsense")).status, 422)
      assert.strictEqual((yield* call(next)).status, 200)
      yield* control.expireCursors
      assert.strictEqual((yield* call(next)).status, 422)
    }).pipe(Effect.provide(Greenhouse.layer({ records: 20 })))
  )

  it.effect("has something of everything in an account of ten", () =>
    Effect.gen(function* () {
      for (const path of needed) {
        const records = yield* all(`/${path}`)
        assert.isAbove(records.length, 0, path)
        for (const record of records) assert.containsAllKeys(record, ["id", "created_at", "updated_at"], path)
      }
      const candidates = yield* all("/candidates")
      assert.strictEqual(candidates.length, 10)
      assert.isTrue(candidates.some((one) => one.private === true))
      assert.isTrue(candidates.some((one) => one.private === null))
      assert.isTrue(candidates.some((one) => one.first_name === null))
      const applications = yield* all("/applications")
      assert.strictEqual(applications.length, 12)
      const statuses = new Set(applications.map(({ status }) => status))
      assert.sameMembers([...statuses], ["in_process", "hired", "rejected", "converted"])
      assert.isTrue(applications.some((one) => one.prospect === true && one.job_id === null))
      const known = new Set(ids(candidates))
      for (const { candidate_id } of applications) assert.isTrue(known.has(Number(candidate_id)))
      const details = yield* all("/rejection_details")
      assert.isTrue(details.some((one) => one.rejection_reason_id === null))
      const posts = [yield* all("/job_posts"), yield* all("/job_posts?active=false")]
      assert.isTrue(posts[0]?.every((one) => one.active === true))
      assert.isTrue(posts[1]?.every((one) => one.active === false) && posts[1].length > 0)
      assert.isTrue((yield* all("/users")).some((one) => one.deactivated === true))
      const [users, everybody] = [yield* all("/users"), yield* all("/users?show_service_accounts=true")]
      assert.strictEqual(everybody.length - users.length, 1)
      const [reasons, defaults] = [
        yield* all("/rejection_reasons"),
        yield* all("/rejection_reasons?include_defaults=true")
      ]
      assert.strictEqual(defaults.length - reasons.length, 2)
      assert.isAbove((yield* all("/custom_field_options?custom_field_key=degree")).length, 2)
    }).pipe(Effect.provide(Greenhouse.layer({ records: 10 })))
  )

  it.effect("joins by ids: whatever is named exists", () =>
    Effect.gen(function* () {
      const named = {
        candidate_id: "candidates",
        application_id: "applications",
        job_id: "jobs",
        job_post_id: "job_posts",
        stage_id: "job_interview_stages",
        job_interview_stage_id: "job_interview_stages",
        user_id: "users",
        interview_id: "interviews",
        scorecard_id: "scorecards",
        interview_kit_id: "interview_kits",
        job_interview_id: "job_interviews",
        interviewer_id: "users",
        rejection_reason_id: "rejection_reasons?include_defaults=true",
        source_id: "sources",
        referrer_id: "referrers",
        department_id: "departments",
        opening_id: "openings",
        candidate_tag_id: "candidate_tags",
        custom_field_id: "custom_fields",
        scorecard_question_id: "scorecard_questions",
        job_candidate_attribute_id: "job_candidate_attributes"
      }
      const known = new Map<string, Set<number>>()
      for (const path of new Set(Object.values(named))) known.set(path, new Set(ids(yield* all(`/${path}`))))
      const inactive = ids(yield* all("/job_posts?active=false"))
      for (const id of inactive) known.get("job_posts")?.add(id)
      for (const path of needed) {
        for (const record of yield* all(`/${path}`)) {
          for (const [field, target] of Object.entries(named)) {
            const value = record[field]
            // An opening's own opening_id is a text of the customer's.
            if (typeof value === "number") assert.isTrue(known.get(target)?.has(value), `${path}.${field}`)
          }
        }
      }
    }).pipe(Effect.provide(Greenhouse.layer({ records: 120 })))
  )

  it.effect("filters as a reader of the whole list would", () =>
    Effect.gen(function* () {
      const seen = yield* all("/applications")
      const times = seen.map(({ updated_at }) => text(updated_at)).toSorted()
      const [low = "", high = ""] = [times[100], times[400]]
      const cases: ReadonlyArray<readonly [string, (record: Wire) => boolean]> = [
        [`updated_at=gte|${low}`, (one) => text(one.updated_at) >= low],
        [`updated_at=gt|${low}|lte|${high}`, (one) => text(one.updated_at) > low && text(one.updated_at) <= high],
        [`created_at=lt|${high}`, (one) => text(one.created_at) < high],
        [`last_activity_at=gte|${low}`, (one) => one.last_activity_at !== null && text(one.last_activity_at) >= low],
        ["status=active", (one) => one.status === "in_process"],
        ["status=hired", (one) => one.status === "hired"],
        ["prospect=true", (one) => one.prospect === true],
        [
          `job_ids=${seen[0]?.job_id},${seen[1]?.job_id}`,
          (one) => one.job_id === seen[0]?.job_id || one.job_id === seen[1]?.job_id
        ],
        [`ids=${seen[5]?.id},${seen[3]?.id},1`, (one) => one.id === seen[5]?.id || one.id === seen[3]?.id],
        [`candidate_ids=${seen[0]?.candidate_id},nobody`, (one) => one.candidate_id === seen[0]?.candidate_id]
      ]
      for (const [query, test] of cases) {
        const found = yield* all(`/applications?per_page=50&${query}`)
        assert.deepStrictEqual(ids(found), ids(seen.filter(test)), query)
        assert.isAbove(found.length, 0, query)
      }
      assert.deepStrictEqual(yield* list("/applications?status=unheard-of"), [])
      assert.deepStrictEqual(Object.keys((yield* list("/applications?fields=id"))[0] ?? {}), ["id"])
      for (const wrong of [
        "per_page=501",
        "per_page=0",
        "updated_at=yesterday",
        "updated_at=gte|soon",
        "updated_at[gte]=2024-01-01",
        "updated_after=2024-01-01",
        `created_at=gte|${low}&updated_at=gte|${low}`,
        `ids=${Array.from({ length: 51 }, (_, at) => at).join(",")}`
      ]) {
        assert.strictEqual((yield* call(`/applications?${wrong}`)).status, 422, wrong)
      }
    }).pipe(Effect.provide(Greenhouse.layer({ records: 500 })))
  )

  it.effect("is the same account for the same seed, and another for another", () =>
    Effect.gen(function* () {
      const read = (seed: number) => all("/candidates").pipe(Effect.provide(Greenhouse.layer({ seed, records: 120 })))
      const [one, again, other] = yield* Effect.all([read(1), read(1), read(2)])
      assert.deepStrictEqual(one, again)
      assert.strictEqual(ids(one).filter((id) => ids(other).includes(id)).length, 0)
    })
  )

  it.effect("moves the times of what is edited, and forgets what is deleted with everything below it", () =>
    Effect.gen(function* () {
      yield* TestClock.adjust("1 hour")
      const now = "2026-10-01T01:00:00.000Z"
      assert.strictEqual(Epoch.standard + 3_600_000, Date.parse(now))
      const { control } = yield* Greenhouse
      const changed = (path: string) => Effect.map(all(`/${path}?updated_at=gte|${now}`), ids)
      const candidates = yield* all("/candidates")
      const [first, second] = [text(candidates[0]?.id), text(candidates[1]?.id)]
      assert.deepStrictEqual(yield* changed("candidates"), [])
      yield* control.edit({ kind: "candidate", id: first, fields: { title: "Ada Larkspur" } })
      yield* control.edit({ kind: "candidate", id: second, fields: { title: "silent" }, touch: false })
      assert.deepStrictEqual(yield* changed("candidates"), [Number(first)])
      const [application] = yield* all(`/applications?candidate_ids=${first}`)
      const [, stage] = yield* all(`/job_interview_stages?job_ids=${application?.job_id}`)
      yield* control.move({ application: text(application?.id), stage: text(stage?.id) })
      assert.deepStrictEqual(yield* changed("applications"), ids([application ?? {}]))
      const current = (yield* all(`/application_stages?application_ids=${application?.id}`)).filter(
        (one) => one.current
      )
      assert.deepStrictEqual(
        current.map((one) => one.job_interview_stage_id),
        [stage?.id]
      )
      yield* control.decide({ application: text(application?.id), status: "rejected" })
      assert.strictEqual((yield* list(`/rejection_details?application_ids=${application?.id}`)).length, 1)
      const made = yield* control.create({ kind: "candidate", fields: { last_name: "Newcomer" } })
      const mine = yield* control.create({ kind: "application", parent: text(made.id) })
      assert.strictEqual((yield* list("/candidates?per_page=1"))[0]?.id, made.id)
      assert.deepStrictEqual(ids(yield* list(`/applications?candidate_ids=${made.id}`)), [Number(mine.id)])
      yield* control.create({ kind: "note", parent: text(made.id) })
      yield* control.remove({ kind: "candidate", id: first })
      for (const path of ["applications", "notes", "applied_candidate_tags"]) {
        assert.deepStrictEqual(yield* list(`/${path}?candidate_ids=${first}`), [], path)
      }
      assert.deepStrictEqual(yield* list(`/application_stages?application_ids=${application?.id}`), [])
      yield* control.merge({ primary: second, duplicate: text(made.id) })
      assert.deepStrictEqual(yield* list(`/candidates?ids=${made.id}`), [])
      assert.include(ids(yield* list(`/applications?candidate_ids=${second}`)), Number(mine.id))
      yield* control.anonymize({ candidate: second })
      assert.strictEqual((yield* list(`/candidates?ids=${second}`))[0]?.last_name, null)
      for (const input of [
        { kind: "candidate", id: "none" },
        { kind: "planet", id: "" },
        { kind: "user", id: "" }
      ]) {
        assert.strictEqual((yield* Effect.flip(control.remove(input)))._tag, "ActionError")
      }
    }).pipe(Effect.provide(Greenhouse.layer({ records: 40 })))
  )

  it.effect("shows a reader neither twice nor shifted what comes and goes between two pages", () =>
    Effect.gen(function* () {
      const { control } = yield* Greenhouse
      const before = ids(yield* all("/candidates"))
      const seen = ids(
        yield* walk("/candidates?per_page=40", (page) =>
          Effect.andThen(
            control.create({ kind: "candidate" }),
            control.remove({ kind: "candidate", id: String(before[page] ?? "") })
          )
        )
      )
      assert.deepStrictEqual(seen, before)
    }).pipe(Effect.provide(Greenhouse.layer({ records: 200 })))
  )

  it.effect("goes on working by itself, the same way for the same seed", () =>
    Effect.gen(function* () {
      const run = Effect.gen(function* () {
        const { control } = yield* Greenhouse
        const changes = yield* control.churn({ count: 60 })
        return { changes, left: yield* all("/applications") }
      }).pipe(Effect.provide(Greenhouse.layer({ records: 50 })))
      const once = yield* run
      assert.deepStrictEqual(yield* run, once)
      assert.isAtLeast(new Set(once.changes.map(({ change }) => change)).size, 6)
    })
  )

  it.live("opens an account of a million within seconds and without holding it", () =>
    Effect.gen(function* () {
      const before = process.memoryUsage.rss()
      yield* Effect.gen(function* () {
        const [took, first] = yield* Effect.timed(list("/applications"))
        assert.isBelow(Duration.toMillis(took), 3000)
        assert.strictEqual(first.length, 100)
        assert.isBelow(process.memoryUsage.rss() - before, 250 * 2 ** 20)
      }).pipe(Effect.provide(Greenhouse.layer({ records: 1_000_000 })))
    })
  )

  it("says which provider it plays", () => {
    assert.strictEqual(Sandbox.sandbox.provider, "greenhouse")
  })
})
