import { Layer } from "effect"
import * as Postgres from "./Postgres.ts"
import * as RequestLog from "./RequestLog.ts"
import * as Served from "./Served.ts"

const served = Served.over({}).pipe(Layer.provideMerge(Postgres.store), Layer.provideMerge(Postgres.vault))

RequestLog.suite("The log of requests on PostgreSQL", served)
