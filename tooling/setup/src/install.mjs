// Sets the repository up, or says which step failed and what to try.

import { execFileSync } from "node:child_process"
import { explain } from "./explain.mjs"
import { findPnpm, remember } from "./pnpm.mjs"
import { watch } from "./process.mjs"
import { isInstalled, repositoryNode, stamp, unstamp } from "./stamp.mjs"

const oldestNode = 20
const ownNode = "v24."

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`)

/**
 * Installs what the lockfile names, unless it is there already. Everything is reported on stderr.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether the repository is ready
 */
export const install = async (root) => {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    say(
      `Set-up stopped: this is Node ${process.versions.node}, and ${oldestNode} is the oldest that can set Crosswalk up.`
    )
    say(
      "Try: install a current Node from https://nodejs.org (the repository brings its own for everything after set-up)."
    )
    return false
  }
  if (isInstalled(root)) return true

  const startedAt = performance.now()
  const pnpm = await findPnpm(root)
  if (!pnpm.ok) {
    say(pnpm.output.trimEnd())
    return failed("fetching pnpm", pnpm.output)
  }
  const args = ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"]
  say(`Setting up: pnpm ${args.slice(0, 2).join(" ")}`)
  unstamp(root)
  const installed = await watch(pnpm.command, args, { cwd: root })
  if (!installed.ok) return failed("installing the dependencies", installed.output)
  remember(root, pnpm.folder)

  const version = nodeVersion(root)
  if (!version.startsWith(ownNode)) return failed("fetching the repository's own Node", version)

  stamp(root)
  say(`Set up in ${((performance.now() - startedAt) / 1000).toFixed(1)} s, with Node ${version}.`)
  return true
}

/**
 * @param {string} step
 * @param {string} output
 */
const failed = (step, output) => {
  say("")
  say(`Set-up stopped while ${step}: ${explain(output)}`)
  return false
}

/** @param {string} root */
const nodeVersion = (root) => {
  try {
    return execFileSync(repositoryNode(root), ["--version"], { encoding: "utf8" }).trim()
  } catch (error) {
    return String(error)
  }
}
