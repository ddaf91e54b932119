import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Words from "../Words.ts"

/** A step that applications pass. */
export const JobInterviewStage = Model.make("job_interview_stage", {
  plural: "job_interview_stages",
  category: "ats",
  description: "A step of the recruiting process, of one job or of the whole account.",
  fields: {
    name: Field.text("Name of the stage."),
    description: Field.text("What happens in the stage."),
    position: Field.integer("Place in the order of stages; lower comes first."),
    phase: Field.word(
      [...Words.applicationPhases, "HIRED", "REJECTED", "DECLINED", "WITHDRAWN"],
      "How far an application in the stage has come, or how it ended."
    ),
    job_id: Field.reference("job", "The job whose stage it is; null when all jobs share it.")
  }
})
