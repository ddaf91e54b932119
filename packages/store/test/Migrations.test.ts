import { layer as sqlite } from "@crosswalk/store/SqliteClient"
import { Vault } from "@crosswalk/store/Vault"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { suite } from "./Migrations.suite.ts"

suite(
  "SQLite",
  Layer.fresh(Layer.merge(sqlite({ filename: ":memory:" }), Vault.layerKeys([Redacted.make("07".repeat(32))])))
)
