import { join } from "node:path"
import { conformance } from "../src/Conformance.ts"
import * as Tiny from "./tiny/Provider.ts"
import { sandbox } from "./tiny/Sandbox.ts"

conformance(Tiny.make(), { fixtures: join(import.meta.dirname, "tiny/fixtures"), sandbox })
