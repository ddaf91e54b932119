/** Records that are no more than a name: stages, reasons, tags. */
import { JobInterviewStage } from "@crosswalk/core/ats/JobInterviewStage"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import { Tag } from "@crosswalk/core/ats/Tag"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"

const rules = { ...Row.rules, name: ({ name }: { readonly name: string | null }) => name }

/** A stage that applications pass. */
export const applicationStage = Row.projection(
  JobInterviewStage,
  Row.shape({ name: Shape.text("Name of the stage.") }),
  { fields: rules }
)

/** A reason for ending an application without a hire. */
export const rejectionReason = Row.projection(RejectReason, Row.shape({ name: Shape.text("The reason in words.") }), {
  fields: rules
})

/** A label for candidates. */
export const tag = Row.projection(Tag, Row.shape({ name: Shape.text("The label.") }), { fields: rules })

const named = {
  id: Shape.id("Our id of the record."),
  remote_id: Shape.text("The vendor's id of the record."),
  name: Shape.text("Name.")
}

/** A tag inside a candidate. */
export const TagOf = Schema.Struct(named)

/** The tags of a candidate. */
export const tagOf = ({ id, name, remote_id }: RecordOf<"tag">): typeof TagOf.Type => ({
  id: Form.id(id),
  remote_id,
  name
})

/** A stage inside an application or a job. */
export const StageOf = Schema.Struct({ ...named, index: Shape.integer("Place in the order of stages, lower first.") })

/** A stage of an application or a job. */
export const stageOf = ({ id, name, position, remote_id }: RecordOf<"job_interview_stage">): typeof StageOf.Type => ({
  id: Form.id(id),
  remote_id,
  name,
  index: position
})

/** A job inside an application. */
export const JobOf = Schema.Struct({ ...named, remote_id: Shape.required("The vendor's id of the job.") })

/** The job of an application. */
export const jobOf = ({ id, name, remote_id }: RecordOf<"job">): typeof JobOf.Type => ({
  id: Form.id(id),
  remote_id,
  name
})
