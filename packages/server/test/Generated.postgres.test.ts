import { Layer } from "effect"
import * as Postgres from "./Postgres.ts"
import * as Served from "./Served.ts"
import { suite } from "./generated/Suite.ts"

const served = Served.over({ requestsPerMinute: 1_000_000 }).pipe(
  Layer.provideMerge(Postgres.store),
  Layer.provideMerge(Postgres.vault)
)

suite("Requests generated from each document, over PostgreSQL", served, 500)
