import { direction } from "./rules/Direction.ts"
import { documentedExport } from "./rules/DocumentedExport.ts"
import { noCast } from "./rules/NoCast.ts"
import { noClock } from "./rules/NoClock.ts"
import { noEnvironment } from "./rules/NoEnvironment.ts"
import { noThrow } from "./rules/NoThrow.ts"
import { reasonedException } from "./rules/ReasonedException.ts"
import { reasonedIgnore } from "./rules/ReasonedIgnore.ts"
import { vagueName } from "./rules/VagueName.ts"
import { wireSource } from "./rules/WireSource.ts"

/** The repository's own rules, as an oxlint plugin. */
const plugin = {
  meta: { name: "crosswalk" },
  rules: {
    direction,
    "documented-export": documentedExport,
    "no-cast": noCast,
    "no-clock": noClock,
    "no-environment": noEnvironment,
    "no-throw": noThrow,
    "reasoned-exception": reasonedException,
    "reasoned-ignore": reasonedIgnore,
    "vague-name": vagueName,
    "wire-source": wireSource
  }
}

export default plugin
