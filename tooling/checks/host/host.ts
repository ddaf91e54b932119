import * as core from "@crosswalk/core"

console.log(Object.keys(core).length > 0)
