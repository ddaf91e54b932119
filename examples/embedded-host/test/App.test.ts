import { sandbox as greenhouse } from "@crosswalk/greenhouse/Sandbox"
import { sandbox as lever } from "@crosswalk/lever/Sandbox"
import * as InProcess from "@crosswalk/sandbox/InProcess"
import { Redacted, Schema } from "effect"
import { Server, Socket } from "node:net"
import { assert, test, vi } from "vitest"
import * as App from "../src/App.ts"
import * as Recruiting from "../src/Recruiting.ts"

const Connected = Schema.Struct({ status: Schema.String, candidates: Schema.Int })
const Listed = Schema.Struct({
  candidates: Schema.Array(
    Schema.Struct({ system: Schema.String, name: Schema.NullOr(Schema.String), email: Schema.NullOr(Schema.String) })
  )
})

/** The body of an answer. */
const body = async <S extends Schema.ConstraintDecoder<unknown>>(schema: S, answer: Response | Promise<Response>) =>
  Schema.decodeUnknownSync(schema)(await (await answer).json())

test("connects two customers' systems and shows the candidates of both, without opening a port", async () => {
  const listen = vi.spyOn(Server.prototype, "listen")
  const connect = vi.spyOn(Socket.prototype, "connect")
  const vendors = InProcess.make()
  const atLever = await vendors.start(lever.start({ records: 12, rate: "unlimited" }))
  const atGreenhouse = await vendors.start(greenhouse.start({ records: 9, rate: "unlimited" }))

  const recruiting = Recruiting.open({
    database: ":memory:",
    encryptionKey: Redacted.make("07".repeat(32)),
    fetch: vendors.fetch,
    client: { rateLimit: null }
  })
  const app = App.make(recruiting, { lever: atLever.baseUrl, greenhouse: atGreenhouse.baseUrl })
  const post = (provider: string, form: Readonly<Record<string, string>>) =>
    app.request(`/systems/${provider}`, { method: "POST", body: new URLSearchParams(form) })

  assert.deepEqual(await body(Listed, app.request("/candidates")), { candidates: [] })
  const connected = [
    await body(Connected, post("lever", { api_key: atLever.credentials["api_key"] ?? "" })),
    await body(Connected, post("greenhouse", atGreenhouse.credentials))
  ]
  assert.deepEqual(
    connected.map(({ status }) => status),
    ["succeeded", "succeeded"]
  )

  const { candidates } = await body(Listed, app.request("/candidates"))
  const systems = Map.groupBy(candidates, ({ system }) => system)
  assert.deepEqual(
    ["lever", "greenhouse"].map((system) => systems.get(system)?.length),
    connected.map((one) => one.candidates)
  )
  assert.isNotEmpty(candidates.filter(({ email, name }) => name !== null && email?.includes("@")))

  assert.equal((await post("workday", {})).status, 404)
  await recruiting.close()
  assert.deepEqual([listen.mock.calls, connect.mock.calls], [[], []])
})

test("keeps no system that refuses its credentials", async () => {
  const vendors = InProcess.make()
  const { baseUrl } = await vendors.start(lever.start({ records: 1, rate: "unlimited" }))
  const recruiting = Recruiting.open({
    database: ":memory:",
    encryptionKey: Redacted.make("07".repeat(32)),
    fetch: vendors.fetch
  })
  const app = App.make(recruiting, { lever: baseUrl })
  const answer = await app.request("/systems/lever", {
    method: "POST",
    body: new URLSearchParams({ api_key: "nobody's" })
  })
  assert.equal(answer.status, 422)
  assert.notInclude(await answer.text(), "nobody's")
  assert.deepEqual(await recruiting.connectors(), [])
  await recruiting.close()
})
