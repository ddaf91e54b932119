// `pnpm gen` writes the generated files; `pnpm gen --check` only says which are out of date.

import { generate, stale, write } from "./Files.ts"

const files = generate()

if (process.argv.includes("--check")) {
  const found = await stale(files)
  for (const line of found) console.error(line)
  if (found.length > 0) process.exitCode = 1
} else await write(files)
