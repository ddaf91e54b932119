import { assert, it } from "@effect/vitest"
import * as Crosswalk from "@crosswalk/crosswalk/Crosswalk"
import { greenhouse } from "@crosswalk/greenhouse"
import { lever } from "@crosswalk/lever"
import { sandbox } from "@crosswalk/lever/Sandbox"
import { Effect, Redacted } from "effect"

const encryptionKey = Redacted.make("07".repeat(32))

it.live(
  "connects, syncs, lists and follows changes in a host's own process",
  () =>
    Effect.gen(function* () {
      const vendor = yield* sandbox.start({ records: 30, rate: "unlimited" })
      yield* Effect.promise(async () => {
        const crosswalk = Crosswalk.make({
          providers: [lever, greenhouse],
          database: ":memory:",
          encryptionKey,
          client: { rateLimit: null }
        })
        const connector = await crosswalk.connect("lever", {
          credentials: { api_key: vendor.credentials["api_key"] ?? "" },
          baseUrl: vendor.baseUrl,
          scopes: ["candidate", "application"]
        })
        const summary = await crosswalk.sync(connector.id)
        assert.strictEqual(summary.status, "succeeded")

        const names: Array<string | null> = []
        for await (const { name } of crosswalk.list("lever", connector.id, "candidate")) names.push(name)
        assert.strictEqual(names.length, summary.models["candidate"]?.total)
        assert.isNotNull(names[0])

        let changes = 0
        for await (const change of crosswalk.changes(connector.id)) changes = change.seq
        const applications = summary.models["application"]?.total ?? 0
        assert.strictEqual(changes, names.length + applications)

        await crosswalk.sync(connector.id)
        for await (const _ of crosswalk.changes(connector.id, changes)) assert.fail("a second sync changes nothing")
        await crosswalk.disconnect(connector.id)
        assert.deepStrictEqual(await crosswalk.connectors(), [])
        await crosswalk.close()
      })
    }),
  60_000
)

it("tells a sync that could read nothing from one that brought nothing", async () => {
  const crosswalk = Crosswalk.make({ providers: [lever], database: ":memory:", encryptionKey })
  const connector = await crosswalk.connect("lever", {
    credentials: { api_key: "nobody's" },
    baseUrl: "http://127.0.0.1:1"
  })
  const outcome = await crosswalk.sync(connector.id).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof Error ? error.name : "?")
  )
  assert.include(["failed", "SyncFailed"], outcome)
  await crosswalk.close()
})
