import { assert, describe, it } from "@effect/vitest"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { run } from "../src/process.mjs"
import { isInstalled, repositoryNode, stamp, unstamp } from "../src/stamp.mjs"

const withRepository = (use: (root: string) => void) => {
  const root = mkdtempSync(path.join(tmpdir(), "crosswalk-setup-"))
  writeFileSync(path.join(root, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n")
  writeFileSync(path.join(root, "pnpm-workspace.yaml"), "packages: []\n")
  mkdirSync(path.dirname(repositoryNode(root)), { recursive: true })
  writeFileSync(repositoryNode(root), "")
  use(root)
  rmSync(root, { recursive: true })
}

describe("stamp", () => {
  it("holds until the lockfile changes", () =>
    withRepository((root) => {
      assert.isFalse(isInstalled(root))
      stamp(root)
      assert.isTrue(isInstalled(root))
      writeFileSync(path.join(root, "pnpm-lock.yaml"), "lockfileVersion: '10.0'\n")
      assert.isFalse(isInstalled(root))
    }))

  it("does not hold without the repository's Node", () =>
    withRepository((root) => {
      stamp(root)
      rmSync(repositoryNode(root))
      assert.isFalse(isInstalled(root))
    }))

  it("is gone while an installation is under way", () =>
    withRepository((root) => {
      stamp(root)
      unstamp(root)
      assert.isFalse(isInstalled(root))
    }))
})

describe("run", () => {
  const node = (program: string) => run(process.execPath, ["-e", program], { cwd: ".", env: process.env })

  it("gives the program's exit code", async () => assert.strictEqual(await node("process.exit(7)"), 7))

  it("gives 128 + n for a program that signal n ended", async () =>
    assert.strictEqual(await node("process.kill(process.pid, 'SIGTERM')"), 143))

  it("gives 1 for a program that is not there", async () =>
    assert.strictEqual(await run("/nowhere/node", [], { cwd: ".", env: process.env }), 1))
})
