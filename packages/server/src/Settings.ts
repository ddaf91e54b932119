/** What an operator can set of the server: from the environment, each with a default that is safe. */
import type { Dialect } from "@crosswalk/api/Dialect"
import { ByteSize, Config, Context, Duration, Schema } from "effect"

/** The settings. */
export interface Values {
  /** Address to listen on. */
  readonly host: string
  /** Port to listen on; 0 for a free one. */
  readonly port: number
  /** Where customers reach the server, for links; null for the address that it listens on. */
  readonly publicUrl: URL | null
  /** What one API key may ask for in a minute, of this process. */
  readonly requestsPerMinute: number
  /** The largest body that is read. */
  readonly maxBody: ByteSize.ByteSize
  /** How long a request may take, from its first byte to its answer. */
  readonly requestTimeout: Duration.Duration
  /** How long the server says that it is not ready before it takes no more requests. */
  readonly stopDelay: Duration.Duration
  /** How long requests at work may go on when the server stops. */
  readonly stopWithin: Duration.Duration
  /** The dialect that also answers at `/`; null for none. */
  readonly rootDialect: Dialect["id"] | null
  /** Origins of pages whose scripts may call the server; `*` for all. */
  readonly corsOrigins: ReadonlyArray<string>
  /** Whether `/metrics` answers. */
  readonly hasMetrics: boolean
}

/** The defaults. */
export const defaults: Values = {
  host: "127.0.0.1",
  port: 8080,
  publicUrl: null,
  requestsPerMinute: 60_000,
  maxBody: ByteSize.mebibytes(1),
  requestTimeout: Duration.seconds(30),
  stopDelay: Duration.zero,
  stopWithin: Duration.seconds(20),
  rootDialect: null,
  corsOrigins: [],
  hasMetrics: false
}

const span = (least: Duration.Duration) =>
  Schema.DurationFromString.check(
    Schema.makeFilter((given: Duration.Duration) => Duration.isGreaterThanOrEqualTo(given, least), {
      message: `must be ${Duration.format(least)} at least`
    })
  )

const Size = Schema.ByteSizeFromString.check(
  Schema.makeFilter(
    (size: ByteSize.ByteSize) =>
      ByteSize.between(size, { minimum: ByteSize.kibibytes(1), maximum: ByteSize.mebibytes(100) }),
    { message: "must be 1 KiB to 100 MiB" }
  )
)

const Origin = Schema.String.check(
  Schema.makeFilter((text: string) => text === "*" || (URL.canParse(text) && new URL(text).origin === text), {
    message: "must be an origin such as https://app.example.com, or *"
  })
)

const Switch = Schema.Literals(["on", "off"])

const each = {
  host: Config.String("CROSSWALK_HOST").pipe(Config.withDefault(defaults.host)),
  port: Config.Port("CROSSWALK_PORT").pipe(Config.withDefault(defaults.port)),
  publicUrl: Config.URL("CROSSWALK_PUBLIC_URL").pipe(Config.withDefault(defaults.publicUrl)),
  requestsPerMinute: Config.schema(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000_000 })),
    "CROSSWALK_REQUESTS_PER_MINUTE"
  ).pipe(Config.withDefault(defaults.requestsPerMinute)),
  maxBody: Config.schema(Size, "CROSSWALK_MAX_BODY").pipe(Config.withDefault(defaults.maxBody)),
  requestTimeout: Config.schema(span(Duration.seconds(1)), "CROSSWALK_REQUEST_TIMEOUT").pipe(
    Config.withDefault(defaults.requestTimeout)
  ),
  stopDelay: Config.schema(span(Duration.zero), "CROSSWALK_STOP_DELAY").pipe(Config.withDefault(defaults.stopDelay)),
  stopWithin: Config.schema(span(Duration.zero), "CROSSWALK_STOP_WITHIN").pipe(Config.withDefault(defaults.stopWithin)),
  rootDialect: Config.schema(
    Schema.Literals(["crosswalk", "bindbee", "kombo", "unified"]),
    "CROSSWALK_ROOT_DIALECT"
  ).pipe(Config.withDefault(defaults.rootDialect)),
  corsOrigins: Config.Array(Origin, "CROSSWALK_CORS_ORIGINS").pipe(Config.withDefault(defaults.corsOrigins)),
  hasMetrics: Config.schema(Switch, "CROSSWALK_METRICS").pipe(
    Config.map((text) => text === "on"),
    Config.withDefault(defaults.hasMetrics)
  )
}

/** `CROSSWALK_HOST`, `CROSSWALK_PORT` and the others of docs/operations.md. */
export const config: Config.Config<Values> = Config.all(each)

/** The same, one by one. */
export const configs: ReadonlyArray<Config.Config<unknown>> = Object.values(each)

/** The settings of the server in place. */
export class Settings extends Context.Service<Settings, Values>()("@crosswalk/server/Settings") {}

/** Lines that tell the settings to whoever starts a server. */
export const describe = (values: Values): ReadonlyArray<string> => [
  `requests: ${values.requestsPerMinute} a minute for each API key, bodies up to ${ByteSize.format(values.maxBody)}, ` +
    `${Duration.format(values.requestTimeout)} at most`,
  `at /: ${values.rootDialect ?? "no dialect"}; pages that may call: ${values.corsOrigins.join(", ") || "none"}; ` +
    `metrics: ${values.hasMetrics ? "on" : "off"}`
]
