import * as Served from "./Served.ts"
import { suite } from "./generated/Suite.ts"

suite("Requests generated from each document", Served.layerWith({ requestsPerMinute: 1_000_000 }), 2500)
