/** Everything that a call can fail with. */
import { Schema } from "effect"
import type { Refusal } from "./Refusal.ts"

/** No answer came: the address is wrong, the connection broke, or it took too long. */
export class Unreachable extends Schema.TaggedError<Unreachable>("@crosswalk/client/Unreachable")("Unreachable", {
  /** Host that was asked, with what is known of the failure. */
  detail: Schema.String
}) {
  readonly remedy = "Check the base URL and the network, and whether the server runs."
  override get message(): string {
    return `No answer from ${this.detail}.`
  }
}

/** An answer came that is none of this API. */
export class UnexpectedAnswer extends Schema.TaggedError<UnexpectedAnswer>("@crosswalk/client/UnexpectedAnswer")(
  "UnexpectedAnswer",
  {
    status: Schema.Int,
    /** Seconds after which to ask again, by whoever answered; null when it named none. */
    retryAfter: Schema.NullOr(Schema.Finite),
    /** What is not as it should be: never a value of the answer, which may be about a person. */
    detail: Schema.String
  }
) {
  readonly remedy = "Check that the base URL is Crosswalk's own, and that its version is not older than the client's."
  override get message(): string {
    return `The answer with status ${this.status} is none of this API: ${this.detail}.`
  }
}

/** A call's error: a refusal of the server, or the lack of an answer. Each has a `remedy`. */
export type ClientError = Refusal | Unreachable | UnexpectedAnswer
