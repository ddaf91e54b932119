// `pnpm gen` writes the generated files; `pnpm gen --check` only says which are out of date.

import { generate, stale, write } from "./Files.ts"

const files = generate()
const found = process.argv.includes("--check") ? await stale(files) : await write(files)
for (const line of found) console.error(line)
if (found.length > 0) process.exitCode = 1
