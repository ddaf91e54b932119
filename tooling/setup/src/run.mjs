// The whole of `npm start` and `npm test`: set the repository up, then hand over to its own Node.
// Runs on any Node from version 20, before anything is installed, so it imports nothing but Node.

import path from "node:path"
import { fileURLToPath } from "node:url"
import { install } from "./install.mjs"
import { run } from "./process.mjs"
import { repositoryNode } from "./stamp.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..")

const programs = new Map([
  ["start", ["packages/cli/src/main.ts", "start"]],
  ["test", ["tooling/checks/src/main.ts", "all"]]
])

const [name = "", ...rest] = process.argv.slice(2)
const program = programs.get(name)

if (program === undefined) {
  process.stderr.write(`There is no "${name}" here. Try: ${[...programs.keys()].join(", ")}.\n`)
  process.exitCode = 2
} else if (await install(root)) {
  const bin = path.join(root, "node_modules", ".bin")
  process.exitCode = await run(repositoryNode(root), [...program, ...rest], {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` }
  })
} else {
  process.exitCode = 1
}
