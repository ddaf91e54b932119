#!/usr/bin/env node
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { run } from "./Crosswalk.ts"

let code = 1

NodeRuntime.runMain(
  run((ended) => {
    code = ended
  }),
  { disableErrorReporting: true, teardown: (_, onExit) => onExit(code) }
)
