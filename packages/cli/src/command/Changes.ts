import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Connectors from "@crosswalk/store/Connectors"
import { Feed } from "@crosswalk/store/Feed"
import { Effect, Option, Stream } from "effect"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"

const atOnce = 500

/** `crosswalk changes`: the change feed of a connector, one line of JSON for each change. */
export const changes = Command.make(
  "changes",
  {
    connector: Flag.String("connector").pipe(Flag.withMetavar("ID"), Flag.withDescription("Whose changes")),
    after: Flag.Int("after").pipe(
      Flag.withMetavar("SEQ"),
      Flag.withDescription("Only changes after this place in the feed. Default: from the beginning"),
      Flag.withDefault(0)
    ),
    data: DataFolder.flag
  },
  Effect.fn("crosswalk.changes")(
    function* ({ after, connector: id }) {
      const { id: connector } = yield* (yield* Connectors.Connectors).get(id)
      const feed = yield* Feed
      const pages = Stream.paginate(after, (seq) =>
        Effect.map(feed.after(connector, seq, atOnce), (page) => {
          const last = page.length < atOnce ? undefined : page.at(-1)
          return [[page], Option.map(Option.fromNullishOr(last), ({ seq }) => seq)] as const
        })
      )
      yield* Stream.runForEach(pages, (page) =>
        Output.lines(
          page.map(({ at, fields, model, operation, recordId, remoteId, seq }) =>
            JSON.stringify({
              seq,
              at,
              operation,
              model,
              id: recordId,
              remote_id: RemoteKey.toRemoteId(remoteId),
              fields
            })
          )
        )
      )
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Print the changes of a connector's records, in order"))
