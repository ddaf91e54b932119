import * as Provider from "@crosswalk/core/Provider"
import * as Origins from "@crosswalk/engine/Origins"
import * as Connectors from "@crosswalk/store/Connectors"
import * as Store from "@crosswalk/store/Records"
import { Effect, Option, Stream } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"

const atOnce = 500

/** `crosswalk records <model>`: the stored records of a connector, one line of JSON each. */
export const records = Command.make(
  "records",
  {
    model: Argument.String("model"),
    connector: Flag.String("connector").pipe(Flag.withMetavar("ID"), Flag.withDescription("Whose records")),
    includeDeleted: Switch.make("include-deleted", "Also those that are gone at the vendor"),
    raw: Switch.make("raw", "Print {record, raw}, with the vendor's records that each was made of"),
    data: DataFolder.flag
  },
  Effect.fn("crosswalk.records")(
    function* ({ connector: id, includeDeleted, model, raw }) {
      const connector = yield* (yield* Connectors.Connectors).get(id)
      const { provider } = yield* Named.member(connector.provider)
      yield* Named.modelOf(provider, model)
      if (connector.scopes !== null && !connector.scopes.includes(model)) {
        yield* Output.note(`${model} is out of this connector's scope, which is: ${connector.scopes.join(", ")}.`)
      }
      const store = yield* Store.Records
      const pages = Stream.paginate(0, (after) =>
        Effect.map(store.page(id, model, { after, limit: atOnce, includeDeleted }), (page) => {
          const last = page.length < atOnce ? undefined : page.at(-1)
          return [[page], Option.map(Option.fromNullishOr(last), ({ seq }) => seq)] as const
        })
      )
      yield* Stream.runForEach(pages, (page) =>
        raw
          ? Effect.flatMap(Origins.of(id, Provider.mappersFor(provider, model), page), (origins) =>
              Output.lines(
                page.map(
                  ({ remoteId, text }) =>
                    `{"record":${text},"raw":[${(origins.get(remoteId) ?? []).map(({ data }) => data).join(",")}]}`
                )
              )
            )
          : Output.lines(page.map(({ text }) => text))
      )
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Print the stored records of a connector"))
