/** The repository that the new package joins, and its tools. */
import { findPnpm } from "@crosswalk/setup/pnpm"
import { watch } from "@crosswalk/setup/process"
import path from "node:path"

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, "../../..")

/** Lays files out as `pnpm format` does. */
export const format = async (files: ReadonlyArray<string>): Promise<void> => {
  const program = path.join(root, "node_modules", ".bin", "oxfmt")
  await watch(
    program,
    files.filter((file) => /\.(ts|json)$/.test(file)),
    { cwd: root, quiet: true }
  )
}

/** Links a new package into the workspace; all it needs is there already, so no network is asked. False when it failed. */
export const install = async (): Promise<boolean> => {
  const pnpm = await findPnpm(root)
  if (!pnpm.ok) return false
  return (await watch(pnpm.command, ["install", "--offline", "--no-frozen-lockfile"], { cwd: root, quiet: true })).ok
}
