/** What a host sets for its engine: how often connectors are synced, how much may go on at once, what is kept. */
import type * as Retention from "@crosswalk/store/Retention"
import { Config, Context, Duration, Layer, Schema } from "effect"

const Count = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000 }))
const Interval = Schema.DurationFromString.check(
  Schema.makeFilter((every: Duration.Duration) => Duration.isGreaterThanOrEqualTo(every, Duration.seconds(1)), {
    message: "must be a second at least"
  })
)

/** For how long what is kept; null for ever. */
export interface Keep extends Retention.Settings {
  /** Raw data of resources that no model in scope needs any more. */
  readonly unread: Duration.Duration | null
}

/** How the engine works. */
export interface Values {
  /** How often a connector is synced that has no schedule of its own. */
  readonly syncEvery: Duration.Duration
  /** How long incremental runs suffice until everything is read again. */
  readonly fullSyncEvery: Duration.Duration
  /** How often a sample of a connector's records is read again and compared, before a scheduled sync. */
  readonly auditEvery: Duration.Duration | "off"
  /** Runs at work at once, on all machines together. */
  readonly maxSyncs: number
  /** Runs at work at once for one provider, on all machines together. */
  readonly maxSyncsPerProvider: number
  readonly keep: Keep
}

/** The defaults. */
export const defaults: Values = {
  syncEvery: Duration.hours(1),
  fullSyncEvery: Duration.days(1),
  auditEvery: Duration.days(1),
  maxSyncs: 100,
  maxSyncsPerProvider: 50,
  keep: {
    runs: Duration.days(90),
    feed: null,
    deleted: null,
    quarantine: null,
    audits: Duration.days(365),
    requests: Duration.days(7),
    unread: Duration.days(30)
  }
}

const age = (name: string, standard: Duration.Duration | null) =>
  Config.schema(Schema.Union([Schema.Literal("forever"), Interval]), name).pipe(
    Config.map((text) => (text === "forever" ? null : text)),
    Config.withDefault(standard)
  )

/**
 * `CROSSWALK_KEEP_RUNS`, `…_FEED`, `…_DELETED`, `…_QUARANTINE`, `…_AUDITS`, `…_REQUESTS` and `…_UNREAD`: an age, or
 * `forever`.
 */
const keep: Config.Config<Keep> = Config.all({
  runs: age("CROSSWALK_KEEP_RUNS", defaults.keep.runs),
  feed: age("CROSSWALK_KEEP_FEED", defaults.keep.feed),
  deleted: age("CROSSWALK_KEEP_DELETED", defaults.keep.deleted),
  quarantine: age("CROSSWALK_KEEP_QUARANTINE", defaults.keep.quarantine),
  audits: age("CROSSWALK_KEEP_AUDITS", defaults.keep.audits),
  requests: age("CROSSWALK_KEEP_REQUESTS", defaults.keep.requests),
  unread: age("CROSSWALK_KEEP_UNREAD", defaults.keep.unread)
})

/**
 * `CROSSWALK_SYNC_EVERY`, `CROSSWALK_FULL_SYNC_EVERY`, `CROSSWALK_AUDIT_EVERY`, `CROSSWALK_MAX_SYNCS`,
 * `CROSSWALK_MAX_SYNCS_PER_PROVIDER` and the ages of what is kept, `CROSSWALK_KEEP_…`.
 */
export const config: Config.Config<Values> = Config.all({
  syncEvery: Config.schema(Interval, "CROSSWALK_SYNC_EVERY").pipe(Config.withDefault(defaults.syncEvery)),
  fullSyncEvery: Config.schema(Interval, "CROSSWALK_FULL_SYNC_EVERY").pipe(Config.withDefault(defaults.fullSyncEvery)),
  auditEvery: Config.schema(Schema.Union([Schema.Literal("off"), Interval]), "CROSSWALK_AUDIT_EVERY").pipe(
    Config.withDefault(defaults.auditEvery)
  ),
  maxSyncs: Config.schema(Count, "CROSSWALK_MAX_SYNCS").pipe(Config.withDefault(defaults.maxSyncs)),
  maxSyncsPerProvider: Config.schema(Count, "CROSSWALK_MAX_SYNCS_PER_PROVIDER").pipe(
    Config.withDefault(defaults.maxSyncsPerProvider)
  ),
  keep
})

/** The settings in place. */
export class EngineSettings extends Context.Service<EngineSettings, Values>()("@crosswalk/engine/EngineSettings") {
  /** Settings from the host's configuration. */
  static readonly layer: Layer.Layer<EngineSettings, Config.ConfigError> = Layer.effect(EngineSettings, config)
}
