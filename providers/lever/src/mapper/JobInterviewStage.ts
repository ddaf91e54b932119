/** JobInterviewStage ← stage, with its place and group from the pipeline. */
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { pipeline, stages, thePipeline } from "../LeverResources.ts"
import type { Pipeline } from "../wire/Account.ts"
import { chapter } from "../wire/Docs.ts"

// The groups `lead`, `applicant` and `onsite` each cover several of our phases, so they stay words.
const phase = vocabulary({ screen: "SCREENING", offer: "OFFERED" })

type Placed = {
  readonly remote: { readonly id: string }
  readonly pipeline: ReadonlyArray<typeof Pipeline.Type> | null
}

const placed = ({ remote, pipeline }: Placed) => pipeline?.[0]?.stages.find(({ id }) => id === remote.id)

// Ranks have fractions; the place among all stages is a whole number in the same order.
const position = (input: Placed): number | null => {
  const rank = Wire.number(placed(input)?.rank)
  if (rank === null) return null
  return input.pipeline?.[0]?.stages.filter((stage) => (Wire.number(stage.rank) ?? rank) < rank).length ?? null
}

export const jobInterviewStage = Mapper.make(
  JobInterviewStage,
  Source.one(stages, { pipeline: Source.lookup(pipeline, () => [thePipeline]) }),
  {
    docs: chapter("stages"),
    fields: {
      remote_id: ({ remote }) => remote.id,
      remote_created_at: absent("stages have no times"),
      remote_updated_at: absent("stages have no times"),
      custom_fields: absent("stages have none"),
      name: ({ remote }) => Wire.text(remote.text),
      description: absent("Lever has none"),
      position: derived("the number of stages with a lower rank", position),
      phase: (input) => phase(placed(input)?.pipeline),
      job_id: absent("all jobs share the account's stages")
    }
  }
)
