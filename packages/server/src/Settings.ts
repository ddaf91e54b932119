/** What an operator can set of the server: from the environment, each with a default that is safe. */
import { Config } from "effect"

/** The settings. */
export interface Settings {
  /** Address to listen on. */
  readonly host: string
  /** Port to listen on; 0 for a free one. */
  readonly port: number
}

/** From `CROSSWALK_HOST` and `CROSSWALK_PORT`; loopback and 8080 where they are not set. */
export const config: Config.Config<Settings> = Config.all({
  host: Config.String("CROSSWALK_HOST").pipe(Config.withDefault("127.0.0.1")),
  port: Config.Port("CROSSWALK_PORT").pipe(Config.withDefault(8080))
})
