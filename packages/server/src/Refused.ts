/** A request that is refused: the failure on its way to the dialect's words. */
import type { Failure } from "@crosswalk/api/Failure"
import { Data } from "effect"

/** Carries why a request is refused. */
export class Refused extends Data.TaggedError("Refused")<{ readonly failure: Failure }> {}
