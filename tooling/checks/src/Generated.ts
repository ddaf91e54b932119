import { command } from "./Command.ts"
import type { Outcome } from "./Step.ts"

/** Generated files say what their sources determine. */
export const generated = async (): Promise<Outcome> => {
  const { ok, output } = await command("node", ["tooling/gen/src/main.ts", "--check"])
  return ok
    ? { ok, detail: "up to date" }
    : { ok, detail: "not what `pnpm gen` writes", report: output.trimEnd().replace(/^/gm, "  ") }
}
