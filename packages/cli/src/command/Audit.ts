import * as Engine from "@crosswalk/engine/Audit"
import { Connections } from "@crosswalk/engine/Connections"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Accuracy from "../Accuracy.ts"
import * as DataFolder from "../DataFolder.ts"
import * as EngineLayer from "../Engine.ts"
import * as Failure from "../Failure.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"
import * as Tries from "../Tries.ts"

/** `crosswalk connectors audit`: reads a sample again and compares. Exit code 2 when a record is wrong. */
export const audit = Command.make(
  "audit",
  {
    id: Argument.String("id"),
    sample: Flag.Int("sample").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("Records of each list. Default: 20"),
      Flag.withDefault(20)
    ),
    tries: Tries.flag,
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.connectors.audit")(
    function* ({ id, json, sample, tries }) {
      const { connection, connector } = yield* Connections.use((connections) => connections.get(id))
      const client = yield* VendorClient.make(connection, Tries.client(tries))
      const { scopes } = connector
      const { at, audits, shortfalls } = yield* Engine.run({ connector: id, connection, scopes, client, sample })
      if (json) {
        yield* Output.json({
          connector: id,
          at,
          resources: audits.map((one) => ({
            resource: one.resource,
            sampled: one.sampled,
            equal: one.equal,
            behind: one.behind,
            wrong: one.wrong,
            held: one.held,
            gone: one.gone,
            unreadable: one.unreadable,
            accuracy: Engine.accuracy(one),
            lag_seconds: one.lagSeconds
          })),
          not_audited: shortfalls
        })
      } else {
        yield* Table.print(
          ["list", "sampled", "equal", "behind", "wrong", "held", "gone", "unreadable", "accuracy", "lag"],
          audits.map((one) => [
            one.resource,
            ...[one.sampled, one.equal, one.behind, one.wrong, one.held, one.gone, one.unreadable].map(Numbers.count),
            Accuracy.percent(Engine.accuracy(one)),
            Accuracy.lag(one)
          ])
        )
        yield* Effect.forEach(shortfalls, ({ resource, why }) => Output.note(`${resource}: ${why}.`), { discard: true })
      }
      const wrong = audits.reduce((sum, one) => sum + one.wrong, 0)
      if (wrong > 0) {
        return yield* Failure.partial(
          `${wrong} records differ from the vendor's although they were not changed since they were read. ` +
            `Read them again with: crosswalk sync ${id} --full`
        )
      }
    },
    Effect.scoped,
    Effect.provide(EngineLayer.layer),
    Effect.provide(VendorClient.layerHttp),
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Read some records again from the vendor and tell whether the stored ones are right"))
