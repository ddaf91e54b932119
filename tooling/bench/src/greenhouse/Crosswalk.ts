/** A candidate through Crosswalk, by Greenhouse's own declarations: every row checked in, joined, mapped. */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Identify } from "@crosswalk/core/Id"
import { candidates } from "@crosswalk/greenhouse/GreenhouseResources"
import { candidate } from "@crosswalk/greenhouse/mapper/Candidate"
import type { Made } from "../Line.ts"
import * as Lists from "../Lists.ts"
import { standing } from "./Records.ts"

const check = CheckIn.make(candidates)
const applications = Lists.joint(candidate, "applications")
const sources = Lists.joint(candidate, "sources")
const educations = Lists.joint(candidate, "educations")
const options = Lists.joint(candidate, "options")
const employments = Lists.joint(candidate, "employments")
const tagged = Lists.joint(candidate, "tagged")

const allSources = sources.index(standing.sources ?? [])
const allOptions = options.index(standing.custom_field_options ?? [])

/** Checks and maps a page's candidates. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const applied = applications.index(Lists.rows(items, "applications"))
  const educated = educations.index(Lists.rows(items, "candidate_educations"))
  const employed = employments.index(Lists.rows(items, "candidate_employments"))
  const tags = tagged.index(Lists.rows(items, "applied_candidate_tags"))
  const made: Array<Made> = []
  for (const item of Lists.rows(items, "candidates")) {
    const checked = check(item, null)
    if (checked._tag === "Rejected") continue
    const { key, record } = checked
    const own = { applications: Lists.under(applied, key), educations: Lists.under(educated, key) }
    const joined = {
      applications: own.applications,
      sources: sources.through(allSources, own.applications),
      educations: own.educations,
      options: options.through(allOptions, own.educations),
      employments: Lists.under(employed, key),
      tagged: Lists.under(tags, key)
    }
    const outcome = candidate.run({ key, members: [{ key, parent: null, record }], joined }, identify)
    if (outcome?._tag === "Mapped") made.push({ model: "candidate", record: outcome.record })
  }
  return made
}
