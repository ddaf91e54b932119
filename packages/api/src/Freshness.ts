/** How fresh the records of an answer are, and the headers by which lists and single records tell it. */
import { Schema } from "effect"

/** Instants in ISO 8601, UTC; null when no sync has ended so yet. */
export interface Freshness {
  /** When the newest sync ended that was no failure. */
  readonly syncedAt: string | null
  /** When the newest sync began that left nothing out. */
  readonly asOf: string | null
}

const synced = "x-crosswalk-last-synced-at"
const asOf = "x-crosswalk-data-as-of"

/** The headers of answers with records. */
export const told = (freshness: Freshness): Readonly<Record<string, string>> => ({
  ...(freshness.syncedAt === null ? {} : { [synced]: freshness.syncedAt }),
  ...(freshness.asOf === null ? {} : { [asOf]: freshness.asOf })
})

const instant = (description: string) => ({ description, schema: Schema.String.annotate({ format: "date-time" }) })

/** What the headers of {@link told} say. */
export const described = {
  [synced]: instant("When the connector's newest sync ended that was no failure; on answers with records."),
  [asOf]: instant(
    "What changed at the vendor before this moment is in the answer: when the newest sync began that left nothing out."
  )
} as const
