import { initial } from "./Migration0001.ts"
import { durable } from "./Migration0002.ts"
import { serving } from "./Migration0003.ts"
import { logging } from "./Migration0004.ts"

/** All versions of the schema, oldest first. What was released is never changed. */
export const versions = {
  "0001_initial": initial,
  "0002_durable": durable,
  "0003_serving": serving,
  "0004_logging": logging
}

/** The table in which a database notes its versions. */
export const table = "crosswalk_migrations"
