/** Ports on the command line. */
import { Schema } from "effect"
import * as Flag from "effect/cli/Flag"

const PortNumber = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 }))

/** `--port N`; 0 is any free one. */
export const flag = (description: string) =>
  Flag.Int("port").pipe(Flag.withSchema(PortNumber), Flag.withDescription(description), Flag.optional)
