import { share } from "./Seeds.ts"

share(3)
