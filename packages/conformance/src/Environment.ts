/** What the environment says of a run of the suite. */
import { Config, Effect, Option } from "effect"

/** Settings of a run. */
export interface Environment {
  /** Names of the providers to look at, of `CROSSWALK_PROVIDERS` with commas between; null for all. */
  readonly providers: ReadonlyArray<string> | null
  /** Whether `CROSSWALK_UPDATE` asks to write the expected records; never where `CI` is set. */
  readonly update: boolean
  /** `CROSSWALK_SEED`; 1 by default. */
  readonly seed: number
  /** `CROSSWALK_CORPUS`, path of a folder of recorded answers by provider; null when it is not set. */
  readonly corpus: string | null
}

const said = (name: string) =>
  Config.String(name).pipe(
    Config.option,
    Config.map((value) => Option.getOrElse(value, () => "").trim())
  )

const isYes = (text: string): boolean => text !== "" && text !== "0" && text !== "false"

/** The settings, from whichever configuration is in place. */
export const config: Config.Config<Environment> = Config.all({
  providers: said("CROSSWALK_PROVIDERS"),
  update: said("CROSSWALK_UPDATE"),
  ci: said("CI"),
  corpus: said("CROSSWALK_CORPUS"),
  seed: Config.Int("CROSSWALK_SEED").pipe(Config.withDefault(1))
}).pipe(
  Config.map(({ ci, corpus, providers, seed, update }) => ({
    providers:
      providers === ""
        ? null
        : providers
            .split(",")
            .map((name) => name.trim())
            .filter((name) => name !== ""),
    update: isYes(update) && !isYes(ci),
    seed,
    corpus: corpus === "" ? null : corpus
  }))
)

/** Reads the settings. Throws when `CROSSWALK_SEED` is no whole number: vitest registers tests without an Effect. */
export const read = (): Environment => Effect.runSync(config)
