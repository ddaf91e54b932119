/** Which of a connector's lists have been read: what they do not hold is then known not to be there. */
import * as Checkpoints from "@crosswalk/store/Checkpoints"
import { Effect } from "effect"

/** Names of the resources that were ever read to their end. */
export const resources = Effect.fnUntraced(function* (connector: string) {
  const checkpoints = yield* (yield* Checkpoints.Checkpoints).list(connector)
  return new Set(checkpoints.filter(({ mark }) => mark !== null).map(({ resource }) => resource))
})
