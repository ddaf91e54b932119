// `pnpm create-provider <name>` writes the package of a new provider; `--check` compares the others with the template.

import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Console, Effect } from "effect"
import * as Command from "effect/cli/Command"
import { createProvider } from "./CreateProvider.ts"

NodeRuntime.runMain(
  Command.run(createProvider, { version: "0.0.0" }).pipe(
    Effect.tapError((error) => (error._tag === "CannotCreate" ? Console.error(error.message) : Effect.void)),
    Effect.provide(NodeServices.layer)
  ),
  { disableErrorReporting: true }
)
