import { fresh } from "./postgres.ts"
import { suites } from "./suites.ts"

suites("PostgreSQL", fresh)
