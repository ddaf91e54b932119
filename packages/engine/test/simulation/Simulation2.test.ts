import { share } from "./Seeds.ts"

share(1)
