#!/usr/bin/env node
import { enableCompileCache } from "node:module"

// Keeping compiled code between calls takes a third off a short command; it has to be on before the code is loaded.
enableCompileCache()

const { runMain } = await import("@effect/platform-node/NodeRuntime")
const { run } = await import("./Crosswalk.ts")

let code = 1

runMain(
  run((ended) => {
    code = ended
  }),
  { disableErrorReporting: true, teardown: (_, onExit) => onExit(code) }
)
