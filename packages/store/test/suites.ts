import type { Store } from "@crosswalk/store/Store"
import type { Vault } from "@crosswalk/store/Vault"
import type * as Layer from "effect/Layer"
import type { SqlClient } from "effect/sql/SqlClient"
import * as ApiKeys from "./ApiKeys.suite.ts"
import * as Audits from "./Audits.suite.ts"
import * as Connectors from "./Connectors.suite.ts"
import * as Feed from "./Feed.suite.ts"
import * as Fence from "./Fence.suite.ts"
import * as Holds from "./Holds.suite.ts"
import * as MapperVersions from "./MapperVersions.suite.ts"
import * as OddText from "./OddText.suite.ts"
import * as Progress from "./Progress.suite.ts"
import * as RecordQuery from "./RecordQuery.suite.ts"
import * as Records from "./Records.suite.ts"
import * as RecordsModel from "./RecordsModel.suite.ts"
import * as Remotes from "./Remotes.suite.ts"
import * as Requests from "./Requests.suite.ts"
import * as Retention from "./Retention.suite.ts"
import * as Runs from "./Runs.suite.ts"
import * as Schedules from "./Schedules.suite.ts"

/** Everything that every database must do. */
export const suites = <E>(on: string, database: Layer.Layer<Store | SqlClient | Vault, E>) => {
  ApiKeys.suite(`API keys on ${on}`, database)
  Connectors.suite(`connectors on ${on}`, database)
  Feed.suite(`the feed on ${on}`, database)
  Fence.suite(`one writer on ${on}`, database)
  Remotes.suite(`remotes on ${on}`, database)
  Records.suite(`records on ${on}`, database)
  RecordQuery.suite(`questions on ${on}`, database)
  OddText.suite(`odd texts on ${on}`, database)
  RecordsModel.suite(`records and feed on ${on}`, database)
  Progress.suite(`progress on ${on}`, database)
  Runs.suite(`runs on ${on}`, database)
  Holds.suite(`holds on ${on}`, database)
  Schedules.suite(`schedules on ${on}`, database)
  Audits.suite(`audits on ${on}`, database)
  MapperVersions.suite(`mapper versions on ${on}`, database)
  Requests.suite(`requests on ${on}`, database)
  Retention.suite(`retention on ${on}`, database)
}
