import { layer as sqlite } from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Audits from "./Audits.suite.ts"
import * as Connectors from "./Connectors.suite.ts"
import * as Fence from "./Fence.suite.ts"
import * as Holds from "./Holds.suite.ts"
import * as MapperVersions from "./MapperVersions.suite.ts"
import * as Progress from "./Progress.suite.ts"
import * as RecordQuery from "./RecordQuery.suite.ts"
import * as Records from "./Records.suite.ts"
import * as RecordsModel from "./RecordsModel.suite.ts"
import * as Remotes from "./Remotes.suite.ts"
import * as Retention from "./Retention.suite.ts"
import * as Runs from "./Runs.suite.ts"
import * as Schedules from "./Schedules.suite.ts"

const memory = Store.layer.pipe(
  Layer.provideMerge(sqlite({ filename: ":memory:" })),
  Layer.provideMerge(Vault.layerKeys([Redacted.make("07".repeat(32))]))
)

Connectors.suite("connectors on SQLite", memory)
Fence.suite("one writer on SQLite", memory)
Remotes.suite("remotes on SQLite", memory)
Records.suite("records on SQLite", memory)
RecordQuery.suite("questions on SQLite", memory)
RecordsModel.suite("records and feed on SQLite", memory)
Progress.suite("progress on SQLite", memory)
Runs.suite("runs on SQLite", memory)
Holds.suite("holds on SQLite", memory)
Schedules.suite("schedules on SQLite", memory)
Audits.suite("audits on SQLite", memory)
MapperVersions.suite("mapper versions on SQLite", memory)
Retention.suite("retention on SQLite", memory)
