import * as Layer from "effect/Layer"
import * as Store from "@crosswalk/store/Store"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import { Vault } from "@crosswalk/store/Vault"
import * as Redacted from "effect/Redacted"
import { suite } from "./store.suite.ts"

const memory = Store.layer.pipe(
  Layer.provideMerge(SqliteClient.layer({ filename: ":memory:" })),
  Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))]))
)

suite("SQLite", memory)
