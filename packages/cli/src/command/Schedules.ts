/** When a connector is synced by itself: shown, set, paused. Commands below `crosswalk connectors`. */
import * as EngineSettings from "@crosswalk/engine/EngineSettings"
import * as Connectors from "@crosswalk/store/Connectors"
import * as QuietHours from "@crosswalk/store/QuietHours"
import * as Store from "@crosswalk/store/Schedules"
import { DateTime, Duration, Effect, Option, Schema } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Accuracy from "../Accuracy.ts"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"

const id = Argument.String("id")

/** The connector and its schedule; one that was not scheduled yet is due at the engine's own interval. */
const scheduled = Effect.fnUntraced(function* (id: string) {
  const connector = yield* Connectors.Connectors.use((connectors) => connectors.get(id))
  const schedule = Option.getOrNull(yield* Store.Schedules.use((schedules) => schedules.get(id)))
  return { connector, schedule }
})

const describe = (schedule: Store.Schedule | null, standard: Duration.Duration): string => {
  const own = schedule?.everySeconds ?? null
  const quiet = schedule?.quiet ?? null
  return [
    `Synced every ${Numbers.duration(own ?? Duration.toSeconds(standard))}${own === null ? " (the default)" : ""}`,
    ...(quiet === null ? [] : [`not begun between ${quiet.from} and ${quiet.to} ${quiet.zone}`]),
    ...(schedule === null
      ? []
      : [schedule.pausedAt === null ? `next at ${schedule.nextAt}` : `paused since ${schedule.pausedAt}`])
  ].join(", ")
}

/** `crosswalk connectors show`. */
export const show = Command.make(
  "show",
  { id, data: DataFolder.flag, json: Switch.json },
  Effect.fn("crosswalk.connectors.show")(
    function* ({ id, json }) {
      const { connector, schedule } = yield* scheduled(id)
      const { syncEvery } = yield* EngineSettings.config
      const accuracy = yield* Accuracy.of(connector)
      if (json) {
        return yield* Output.json({
          id: connector.id,
          provider: connector.provider,
          category: connector.category,
          customer: connector.customer,
          base_url: connector.baseUrl,
          options: connector.options,
          scopes: connector.scopes,
          status: connector.status,
          created_at: connector.createdAt,
          updated_at: connector.updatedAt,
          schedule: {
            every_seconds: schedule?.everySeconds ?? Duration.toSeconds(syncEvery),
            quiet: schedule?.quiet ?? null,
            paused_at: schedule?.pausedAt ?? null,
            next_at: schedule?.nextAt ?? null
          },
          ...Accuracy.forJson(accuracy)
        })
      }
      yield* Output.lines([
        `${connector.id}  ${connector.provider}  ${connector.customer ?? ""}`.trimEnd(),
        `Status ${connector.status}, added ${connector.createdAt}`,
        `Models ${connector.scopes === null ? "all" : connector.scopes.join(", ")}`,
        describe(schedule, syncEvery),
        ...Accuracy.lines(accuracy)
      ])
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Show a connector, when it is synced, and how true its records are"))

const every = Flag.String("every").pipe(
  Flag.withMetavar("INTERVAL"),
  Flag.withDescription('Such as "15 minutes"; "default" for CROSSWALK_SYNC_EVERY'),
  Flag.optional
)
const quietHours = Flag.String("quiet").pipe(
  Flag.withMetavar("HH:MM-HH:MM"),
  Flag.withDescription('Hours in which no sync is begun; "none" for no such hours'),
  Flag.optional
)
const zone = Flag.String("zone").pipe(
  Flag.withMetavar("NAME"),
  Flag.withDescription("Time zone of the quiet hours, such as Europe/Berlin. Default: UTC"),
  Flag.withDefault("UTC")
)

const decodeInterval = Schema.decodeOption(Schema.DurationFromString)
const decodeQuiet = Schema.decodeEffect(QuietHours.QuietHours)

const seconds = Effect.fnUntraced(function* (text: string) {
  if (text === "default") return null
  const interval = Option.map(decodeInterval(text), Duration.toSeconds)
  if (Option.isSome(interval) && interval.value >= 1) return Math.round(interval.value)
  return yield* Failure.make(`"${text}" is no interval. Write it as in --every "15 minutes".`)
})

const hours = Effect.fnUntraced(function* (text: string, zone: string) {
  if (text === "none") return null
  const [from = "", to = ""] = text.split("-")
  return yield* Effect.mapError(decodeQuiet({ from, to, zone }), () =>
    Failure.make(`"${text}" in ${zone} are no quiet hours. Write them as in --quiet 22:00-06:00 --zone Europe/Berlin.`)
  )
})

/** `crosswalk connectors schedule`. */
export const schedule = Command.make(
  "schedule",
  { id, every, quiet: quietHours, zone, data: DataFolder.flag },
  Effect.fn("crosswalk.connectors.schedule")(
    function* ({ every, id, quiet, zone }) {
      const before = yield* scheduled(id)
      const { syncEvery } = yield* EngineSettings.config
      if (Option.isNone(every) && Option.isNone(quiet))
        return yield* Failure.make("Nothing was said of the schedule. Give --every, --quiet, or both.")
      const timing = {
        everySeconds: Option.isSome(every) ? yield* seconds(every.value) : (before.schedule?.everySeconds ?? null),
        quiet: Option.isSome(quiet) ? yield* hours(quiet.value, zone) : (before.schedule?.quiet ?? null)
      }
      const next = Store.nextStart(yield* DateTime.now, {
        connectorId: id,
        everySeconds: timing.everySeconds ?? Duration.toSeconds(syncEvery),
        jitter: 1,
        quiet: timing.quiet
      })
      yield* Store.Schedules.use((schedules) => schedules.set(id, timing, next))
      yield* Output.note(`${describe((yield* scheduled(id)).schedule, syncEvery)}.`)
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(
  Command.withDescription("Set how often a connector is synced by itself, and when not"),
  Command.withExamples([
    {
      command: 'crosswalk connectors schedule ID --every "6 hours" --quiet 08:00-18:00 --zone Europe/Berlin',
      description: "Four times a day, outside office hours"
    }
  ])
)

/** `crosswalk connectors pause`. */
export const pause = Command.make(
  "pause",
  { id, data: DataFolder.flag },
  Effect.fn("crosswalk.connectors.pause")(
    function* ({ id }) {
      yield* scheduled(id)
      yield* Store.Schedules.use((schedules) => schedules.pause(id))
      yield* Output.note("Paused: it is synced only when somebody asks for it. A sync at work goes on to its end.")
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("No longer sync a connector by itself"))

/** `crosswalk connectors resume`. */
export const resume = Command.make(
  "resume",
  { id, data: DataFolder.flag },
  Effect.fn("crosswalk.connectors.resume")(
    function* ({ id }) {
      yield* scheduled(id)
      yield* Store.Schedules.use((schedules) => schedules.resume(id))
      const { syncEvery } = yield* EngineSettings.config
      yield* Output.note(`${describe((yield* scheduled(id)).schedule, syncEvery)}.`)
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Sync a connector by itself again"))
