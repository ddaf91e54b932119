import { layer as sqlite } from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { suites } from "./suites.ts"

const memory = Store.layer.pipe(
  Layer.provideMerge(sqlite({ filename: ":memory:" })),
  Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))]))
)

suites("SQLite", memory)
