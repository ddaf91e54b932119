// `pnpm gen` writes the generated files; `pnpm gen --check` only says which are out of date.

import { generate, stale, write } from "./Files.ts"
import { providerPages } from "./ProviderPages.ts"

const files = generate()
const isChecking = process.argv.includes("--check")

// The pages are about what the other files make importable, so those come first.
const found = isChecking ? await stale(files) : []
if (!isChecking) await write(files)
const pages = await providerPages()
const problems = [...found, ...pages.problems, ...(isChecking ? await stale(pages.files) : [])]
if (!isChecking) await write(pages.files)
for (const line of problems) console.error(line)
if (problems.length > 0) process.exitCode = 1
