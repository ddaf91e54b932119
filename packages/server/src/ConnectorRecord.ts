/** A stored connector as the unified model of connectors tells it: with how its syncs go and what it brought. */
import type * as Model from "@crosswalk/core/Model"
import { Category } from "@crosswalk/core/Category"
import type { Connector as ConnectorModel } from "@crosswalk/core/platform/Connector"
import type { Connector } from "@crosswalk/store/Connectors"
import { Records } from "@crosswalk/store/Records"
import type { ModelCount } from "@crosswalk/store/Records"
import { Runs } from "@crosswalk/store/Runs"
import { Schedules } from "@crosswalk/store/Schedules"
import { DateTime, Duration, Effect, Option, Schema } from "effect"

/** The unified record, and how many records the connector has by model. */
export interface Told {
  readonly record: Model.Unified<typeof ConnectorModel>
  readonly counts: ReadonlyArray<ModelCount>
}

const isCategory = Schema.is(Category)

const Progress = Schema.Struct({ done: Schema.NullOr(Schema.Finite) })
const decodeProgress = Schema.decodeOption(Schema.fromJsonString(Progress))

const seconds = (from: string, to: string): number =>
  Duration.toSeconds(DateTime.distance(DateTime.makeUnsafe(from), DateTime.makeUnsafe(to)))

const authorised = (status: string) =>
  status === "active" ? "COMPLETE" : status === "incomplete" ? "INCOMPLETE" : "RELINK_NEEDED"

/** Tells a connector. */
export const of = Effect.fn("ConnectorRecord.of")(function* (connector: Connector) {
  const runs = yield* Runs.use((runs) => runs.list(connector.id))
  const schedule = Option.getOrNull(yield* Schedules.use((schedules) => schedules.get(connector.id)))
  const counts = yield* Records.use((records) => records.counts(connector.id))
  const [last] = runs
  const ended = runs.flatMap(({ endedAt, startedAt, status }) =>
    endedAt !== null && startedAt !== null && (status === "succeeded" || status === "partial")
      ? [seconds(startedAt, endedAt)]
      : []
  )
  const progress = last?.progress === undefined || last.progress === null ? null : decodeProgress(last.progress)
  const done = progress === null ? null : (Option.getOrNull(progress)?.done ?? null)
  const employees = counts.find(({ model }) => model === "employee")
  const isAtWork = last?.status === "queued" || last?.status === "running"
  const record: Told["record"] = {
    id: connector.id,
    modified_at: connector.updatedAt,
    created_at: connector.createdAt,
    provider: connector.provider,
    category: isCategory(connector.category) ? connector.category : "platform",
    customer: connector.customer,
    customer_key: null,
    scopes: connector.scopes,
    status: authorised(connector.status),
    is_active: connector.status === "active" && (schedule?.pausedAt ?? null) === null,
    is_test: null,
    completed_at: connector.status === "active" ? connector.createdAt : null,
    relink_needed_at: null,
    sync_status: last === undefined ? null : isAtWork ? "SYNCING" : last.status === "failed" ? "FAILED" : "DONE",
    sync_progress: isAtWork ? done : null,
    last_sync_started_at: last?.startedAt ?? null,
    next_sync_at: schedule === null || schedule.pausedAt !== null ? null : schedule.nextAt,
    average_sync_duration: ended.length === 0 ? null : ended.reduce((sum, one) => sum + one, 0) / ended.length,
    employee_count: employees === undefined ? null : employees.total - employees.deleted,
    active_employee_count: null
  }
  return { record, counts } satisfies Told
})
