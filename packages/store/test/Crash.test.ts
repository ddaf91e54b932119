import { assert, it } from "@effect/vitest"
import { Checkpoints } from "@crosswalk/store/Checkpoints"
import { Feed } from "@crosswalk/store/Feed"
import { Records } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import * as Store from "@crosswalk/store/Store"
import { DatabaseBusy, type StoreError } from "@crosswalk/store/StoreError"
import type { VaultError } from "@crosswalk/store/VaultError"
import type { ConfigError } from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { SqlClient } from "effect/sql/SqlClient"
import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { folder } from "./folder.ts"

const id = "00000000-0000-8000-8000-000000000001"
const writer = fileURLToPath(new URL("writer.ts", import.meta.url))

const start = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() =>
      spawn(process.execPath, ["--disable-warning=ExperimentalWarning", writer, filename, `${filename}.key`], {
        stdio: ["ignore", "pipe", "inherit"]
      })
    ),
    (child) => Effect.sync(() => child.kill("SIGKILL"))
  )

/** Waits for so many lines, kills the process, and answers the last line that it printed. */
const kill = (child: ChildProcess, lines: number): Effect.Effect<string> =>
  Effect.callback((resume) => {
    let seen = 0
    let last = ""
    if (child.stdout === null) return resume(Effect.die("no output"))
    createInterface(child.stdout)
      .on("line", (line) => {
        last = line
        if (++seen === lines) child.kill("SIGKILL")
      })
      .on("close", () => resume(Effect.succeed(last)))
  })

const firstLine = (child: ChildProcess): Effect.Effect<void> =>
  Effect.callback((resume) => {
    child.stdout?.once("data", () => resume(Effect.void))
  })

const opened = <A, E, R>(filename: string, effect: Effect.Effect<A, E, R>) =>
  Effect.provide(effect, Store.layerSqlite({ filename, keyFile: `${filename}.key`, busyTimeout: 0 }))

it.effect(
  "a process killed at any moment leaves the checkpoint where the records are",
  () =>
    Effect.gen(function* () {
      const filename = join(yield* folder, "crosswalk.db")
      for (const lines of [2, 1, 7, 23, 40]) {
        const acknowledged = yield* Effect.scoped(Effect.flatMap(start(filename), (child) => kill(child, lines)))
        yield* opened(
          filename,
          Effect.gen(function* () {
            const sql = yield* SqlClient
            const checkpoint = Option.getOrThrow(yield* (yield* Checkpoints).get(id, "jobs"))
            const pages = Number(checkpoint.cursor)
            assert.isAtLeast(pages, acknowledged === "ready" ? 0 : Number(acknowledged))
            assert.strictEqual(checkpoint.seq, pages)
            assert.strictEqual(yield* (yield* Remotes).count(id, "jobs"), pages * 50)
            assert.strictEqual((yield* (yield* Records).counts(id))[0]?.total ?? 0, pages * 50)
            assert.strictEqual(yield* (yield* Feed).last(id), pages * 50)
            const check = yield* sql<{ readonly integrity_check: string }>`PRAGMA integrity_check`
            assert.strictEqual(check[0]?.integrity_check, "ok")
          })
        )
      }
    }),
  60_000
)

it.effect(
  "a second process is kept out, with a sentence that helps, until the first is gone",
  () =>
    Effect.gen(function* () {
      const filename = join(yield* folder, "crosswalk.db")
      const child = yield* start(filename)
      yield* firstLine(child)
      const attempt: Effect.Effect<void, StoreError | VaultError | ConfigError> = opened(filename, Effect.void)
      const refused = yield* Effect.flip(attempt)
      assert.strictEqual(refused._tag, "StoreError")
      if (refused._tag !== "StoreError") return
      assert.instanceOf(refused.reason, DatabaseBusy)
      assert.include(refused.message, filename)
      assert.include(refused.remedy, "Stop the other")
      yield* kill(child, 1)
      yield* opened(filename, Effect.void)
    }),
  60_000
)
