/** What an operator can set of the server: from the environment, each with a default that is safe. */
import { Config, Option, Schema } from "effect"

/** The settings. */
export interface Settings {
  /** Address to listen on. */
  readonly host: string
  /** Port to listen on; 0 for a free one. */
  readonly port: number
  /** Id of the dialect that answers at `/` too; null for none. */
  readonly rootDialect: string | null
  /** Origins whose pages may call the API; none unless set. */
  readonly corsOrigins: ReadonlyArray<string>
  /** Requests that one API key may make in a minute. */
  readonly requestsPerMinute: number
  /** Longest body of a request, in bytes. */
  readonly bodyLimit: number
  /** How long one request may take, in seconds. */
  readonly timeLimit: number
}

/** Settings where nothing is set. */
export const standard: Settings = {
  host: "127.0.0.1",
  port: 8080,
  rootDialect: null,
  corsOrigins: [],
  requestsPerMinute: 6000,
  bodyLimit: 1_048_576,
  timeLimit: 30
}

const dialects = ["crosswalk", "bindbee", "kombo", "unified"] as const
const Count = Schema.Int.check(Schema.isGreaterThan(0))

const count = (name: string, standard: number): Config.Config<number> =>
  Config.schema(Count, name).pipe(Config.withDefault(standard))

const words = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")

/**
 * From `CROSSWALK_HOST`, `CROSSWALK_PORT`, `CROSSWALK_ROOT_DIALECT`, `CROSSWALK_CORS_ORIGINS` (separated by commas),
 * `CROSSWALK_REQUESTS_PER_MINUTE`, `CROSSWALK_BODY_LIMIT` and `CROSSWALK_TIME_LIMIT`.
 */
export const config: Config.Config<Settings> = Config.all({
  host: Config.String("CROSSWALK_HOST").pipe(Config.withDefault(standard.host)),
  port: Config.Port("CROSSWALK_PORT").pipe(Config.withDefault(standard.port)),
  rootDialect: Config.Literals(dialects, "CROSSWALK_ROOT_DIALECT").pipe(Config.option, Config.map(Option.getOrNull)),
  corsOrigins: Config.String("CROSSWALK_CORS_ORIGINS").pipe(Config.withDefault(""), Config.map(words)),
  requestsPerMinute: count("CROSSWALK_REQUESTS_PER_MINUTE", standard.requestsPerMinute),
  bodyLimit: count("CROSSWALK_BODY_LIMIT", standard.bodyLimit),
  timeLimit: count("CROSSWALK_TIME_LIMIT", standard.timeLimit)
})
