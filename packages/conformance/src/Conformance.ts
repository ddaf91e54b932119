/**
 * The suite that every provider has to pass, as vitest tests: one for each check.
 */
import type { Provider } from "@crosswalk/core/Provider"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import type { Check } from "./Check.ts"
import * as Checks from "./Checks.ts"
import * as Environment from "./Environment.ts"
import * as Finding from "./Finding.ts"
import * as Subject from "./Subject.ts"

const run = async (check: Check, subject: Subject.Subject): Promise<void> => {
  const findings = await Effect.runPromise(check.run(subject))
  const seed = check.needsSimulator ? ` (CROSSWALK_SEED=${subject.seed} runs it again)` : ""
  if (findings.length > 0) expect.fail(`${check.name}${seed}:\n${Finding.format(findings)}`)
}

/** How the suite is run on a provider, and which of its checks. */
export interface Options extends Subject.Options {
  /** Default all of them. */
  readonly checks?: ReadonlyArray<Check>
}

/**
 * Registers the suite for one provider. Without a simulator, the checks that drive one are left out.
 *
 * Unless told in the options, `CROSSWALK_UPDATE=1` writes the expected records (never where `CI` is set), and
 * `CROSSWALK_SEED` makes the random runs.
 */
export const conformance = (provider: Provider, options: Options): void => {
  const { seed, update } = Environment.read()
  const subject = Subject.make(provider, { seed, update, ...options })
  describe(provider.id, () => {
    for (const check of options.checks ?? Checks.all) {
      if (check.needsSimulator && subject.simulator === null) continue
      it(`${check.title} (${check.name})`, { timeout: check.timeout }, () => run(check, subject))
    }
  })
}
