import { assert, describe, it } from "@effect/vitest"
import { explain } from "../src/explain.mjs"

const cases: ReadonlyArray<readonly [what: string, output: string, sentence: RegExp]> = [
  ["a full disk, over broken lines", "844c59fa: No space\n      left on device (os error 28)", /disk is full/],
  ["a full disk, before the network errors it caused", "ENOSPC: write\nECONNRESET", /disk is full/],
  ["no network", "npm error code ENOTFOUND\nnpm error network request failed", /cannot be resolved/],
  ["a registry that is down", "npm error errno: 'ECONNREFUSED'", /cannot be reached/],
  ["a registry that wants a login", "ERR_PNPM_FETCH_401 GET: Unauthorized", /refused access/],
  ["a mirror that lags behind", "ERR_PNPM_NO_MATCHING_VERSION  No matching version found", /lacks a package/],
  [
    "a lockfile that was not updated",
    'Cannot install with "frozen-lockfile" because pnpm-lock.yaml has no',
    /does not fit/
  ],
  ["a lockfile after a bad merge", "Broken lockfile: no entry for 'effect@4.1.0'", /does not fit/],
  ["a folder of another user", "EACCES: permission denied, mkdir", /may not be written/],
  ["no npx", "spawn npx ENOENT", /npx was not found/],
  ["no Node for this platform", "Error: spawnSync /x/node_modules/node/bin/node ENOENT", /did not bring its program/],
  ["anything else", "Segmentation fault", /output above/]
]

describe("explain", () => {
  for (const [what, output, sentence] of cases) it(what, () => assert.match(explain(output), sentence))
})
