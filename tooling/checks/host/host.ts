import * as Pull from "@crosswalk/engine/Pull"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { lever } from "@crosswalk/lever"
import { sandbox } from "@crosswalk/lever/Sandbox"
import { Console, Effect, Record, Redacted, Stream } from "effect"

const program = Effect.gen(function* () {
  const vendor = yield* sandbox.start({ records: 20 })
  const candidates = Pull.records({
    connection: {
      provider: lever,
      credentials: Record.map(vendor.credentials, (value) => Redacted.make(value)),
      baseUrl: vendor.baseUrl,
      settings: {},
      onCredentials: () => Effect.void
    },
    model: "candidate",
    since: null
  })
  const count = yield* Stream.runCount(candidates)
  yield* count > 0 ? Console.log(`${count} candidates`) : Effect.die("the simulator's account came out empty")
})

await Effect.runPromise(program.pipe(Effect.provide(VendorClient.layerHttp), Effect.scoped))
