import { assert, it } from "@effect/vitest"
import * as InProcess from "@crosswalk/sandbox/InProcess"
import { Effect } from "effect"
import { Toy } from "./toy.ts"

it("reaches each simulator by its own address, its control too, and nobody else", async () => {
  const vendors = InProcess.make()
  const first = await vendors.start(Toy.make())
  const second = await vendors.start(Toy.make({ rate: { perSecond: 1, burst: 1 } }))
  assert.notStrictEqual(first.origin, second.origin)

  const ask = (origin: string) =>
    vendors.fetch(`${origin}/api/numbers?from=20`, { headers: { authorization: "Bearer good" } })
  const numbers = await (await ask(first.origin)).json()
  assert.deepStrictEqual(numbers, { data: [20, 21, 22, 23, 24].map((id) => ({ id })), more: false })
  const said = await vendors.fetch(`${first.origin}/api/echo/hello`, { method: "POST", body: "there" })
  assert.deepStrictEqual(await said.json(), { word: "hello", body: "there" })

  await Effect.runPromise(first.control.inject({ fault: "unavailable", path: "/numbers" }))
  assert.deepStrictEqual(
    [await ask(first.origin), await ask(first.origin), await ask(second.origin), await ask(second.origin)].map(
      ({ status }) => status
    ),
    [503, 200, 200, 429]
  )
  assert.strictEqual(
    (await vendors.fetch(new Request(`${second.origin}/_sandbox/stats`, { method: "POST" }))).status,
    200
  )

  const elsewhere = await vendors.fetch("http://127.0.0.1:1/").catch((error: unknown) => error)
  assert.instanceOf(elsewhere, TypeError)
})
