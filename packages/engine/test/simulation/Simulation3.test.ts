import { share } from "./Seeds.ts"

share(2)
