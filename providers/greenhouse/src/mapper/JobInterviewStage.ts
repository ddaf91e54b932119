/** JobInterviewStage ← job interview stage. */
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Wire from "@crosswalk/core/Wire"
import { jobInterviewStages } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import { entry } from "./Entry.ts"

export const jobInterviewStage = Mapper.make(JobInterviewStage, jobInterviewStages, {
  docs: page("job_interview_stages"),
  fields: {
    ...entry,
    custom_fields: absent("stages have none"),
    name: ({ name }) => Wire.text(name),
    description: absent("Greenhouse has none"),
    position: ({ sort_order }) => Wire.integer(sort_order),
    phase: absent("Greenhouse's stages are each job's own and bear the customer's names"),
    job_id: ({ job_id }) => Wire.id(job_id)
  }
})
