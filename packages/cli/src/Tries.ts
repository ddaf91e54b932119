/** How often a request is tried. */
import type { ClientOptions } from "@crosswalk/engine/ClientOptions"
import { Option, Schema } from "effect"
import * as Flag from "effect/cli/Flag"

/** `--tries N`. */
export const flag = Flag.Int("tries").pipe(
  Flag.withSchema(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20 }))),
  Flag.withDescription("Requests that are sent for one call at most, when the vendor fails. Default: 6"),
  Flag.optional
)

/** The client's options for the flag. */
export const client = (tries: Option.Option<number>): Partial<ClientOptions> =>
  Option.match(tries, { onNone: () => ({}), onSome: (tries) => ({ tries }) })
