// How a second run knows that there is nothing to install.

import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

/**
 * The repository's own Node, once installed.
 *
 * @param {string} root
 */
export const repositoryNode = (root) =>
  path.join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")

/** @param {string} root */
const stampFile = (root) => path.join(root, "node_modules", ".crosswalk-setup")

/**
 * A fingerprint of all that decides what gets installed: the lockfile, the workspace's settings, the platform.
 *
 * @param {string} root
 */
export const fingerprint = (root) => {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`)
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(fs.readFileSync(path.join(root, file)))
  return hash.digest("hex")
}

/**
 * Whether the last complete installation was of this very lockfile.
 *
 * @param {string} root
 */
export const isInstalled = (root) =>
  fs.existsSync(stampFile(root)) &&
  fs.existsSync(repositoryNode(root)) &&
  fs.readFileSync(stampFile(root), "utf8") === fingerprint(root)

/** @param {string} root */
export const stamp = (root) => fs.writeFileSync(stampFile(root), fingerprint(root))

/**
 * Removed before an installation begins, so that one cut short is not taken for complete.
 *
 * @param {string} root
 */
export const unstamp = (root) => fs.rmSync(stampFile(root), { force: true })
