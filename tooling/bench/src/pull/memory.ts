/** Pulls everybody once, in a process of its own, and tells the most memory that it took, in bytes. */
import { crosswalk } from "./Contenders.ts"

await crosswalk(process.argv[2] ?? "", () => {})
process.send?.(process.resourceUsage().maxRSS * 1024)
process.disconnect()
