import { Connectors } from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import { Quarantine } from "@crosswalk/store/Quarantine"
import { Remotes } from "@crosswalk/store/Remotes"
import { assert, it } from "@effect/vitest"
import { ConfigProvider, Effect, Redacted } from "effect"
import * as Sync from "../src/Sync.ts"
import { assertConverged, connector, environment } from "./Account.ts"
import * as OddText from "./OddText.ts"
import { Random } from "./Random.ts"
import * as Tiny from "./TinyVendor.ts"

const secret = { ssn: "000-00-0001", home: { street: "Main" } }

/** Serves people with more than is read; `shown` says which of them the vendor's list has. */
const open = Effect.fnUntraced(function* (data: Tiny.Data) {
  const list = { shown: true, broken: false }
  data.instead = (path) => {
    if (path !== "/people") return null
    const all = [...data.people.values()].map(({ notes: _, ...person }) => ({ ...person, ...secret }))
    const broken = list.broken ? [{ ...secret, id: { ...secret }, human: "h1" }] : []
    return { status: 200, body: { data: list.shown ? [...all, ...broken] : [], hasNext: false } }
  }
  const baseUrl = yield* Tiny.serve(data)
  yield* Connectors.use((connectors) =>
    connectors.create({
      id: connector,
      provider: "tiny",
      category: "ats",
      credentials: { api_key: Redacted.make("tiny-key") }
    })
  )
  const sync = (settings: Readonly<Record<string, string>>, full: boolean) =>
    Sync.run({ connector, connection: { ...Tiny.connection(baseUrl), settings }, scopes: null, full })
  const raw = Effect.map(
    Remotes.use((remotes) => remotes.byKeys(connector, "people", [...data.people.keys()])),
    (rows) => rows.map(({ data }) => data).join("\n")
  )
  return { list, sync, raw }
})

it.live("keeps everything, or from the next full run on what is read alone, and maps both alike", () =>
  Effect.gen(function* () {
    const data = Tiny.random(new Random(31), 8)
    const { list, raw, sync } = yield* open(data)
    yield* sync({}, true)
    yield* assertConverged(data)
    assert.include(yield* raw, secret.ssn)
    list.shown = false
    yield* sync({ landing: "read" }, false)
    assert.include(yield* raw, secret.ssn)
    list.shown = true
    const last = yield* Feed.use((feed) => feed.last(connector))
    yield* sync({ landing: "read" }, true)
    assert.notInclude(yield* raw, secret.ssn)
    assert.notInclude(yield* raw, secret.home.street)
    assert.strictEqual(yield* Feed.use((feed) => feed.last(connector)), last)
    yield* assertConverged(data)
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("what is not read does not come to quarantine either", () =>
  Effect.gen(function* () {
    const { list, sync } = yield* open(Tiny.random(new Random(32), 3))
    list.broken = true
    yield* sync({}, true).pipe(
      Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown({ CROSSWALK_LANDING: "read" })))
    )
    const cases = yield* Quarantine.use((quarantine) => quarantine.list(connector))
    assert.deepStrictEqual(
      cases.map(({ data, issues }) => [data, issues.map(({ path }) => path)]),
      [[`{"id":{},"human":"h1"}`, ["id"]]]
    )
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("a word that is no setting stores nothing", () =>
  Effect.gen(function* () {
    const { raw, sync } = yield* open(Tiny.random(new Random(33), 3))
    const error = yield* Effect.flip(sync({ landing: "some" }, true))
    assert.include(error.message, `"landing" must be`)
    assert.strictEqual(yield* raw, "")
  }).pipe(Effect.scoped, Effect.provide(environment()))
)

it.live("texts that a database does not take as they are end no sync", () =>
  OddText.syncs.pipe(Effect.scoped, Effect.provide(environment()))
)
