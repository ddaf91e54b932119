import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** An interview with a candidate. */
export const ScheduledInterview = Model.make("scheduled_interview", {
  plural: "scheduled_interviews",
  category: "ats",
  description: "An interview with a candidate, planned or held.",
  fields: {
    title: Field.text("Subject of the interview."),
    status: Field.word(
      ["NEEDS_SCHEDULING", "SCHEDULED", "AWAITING_FEEDBACK", "COMPLETE", "CANCELED"],
      "Whether the interview is still to be planned, planned, held, assessed or called off."
    ),
    starts_at: Field.instant("When the interview begins."),
    ends_at: Field.instant("When the interview ends."),
    location: Field.struct(Part.Address.fields, "Where the interview takes place."),
    video_url: Field.text("Where to join the interview by video."),
    calendar_event: Field.text("Key of the event in the calendar system, for finding it there."),
    application_id: Field.reference("application", "The application that the interview is for."),
    candidate_id: Field.reference("candidate", "The person interviewed."),
    job_id: Field.reference("job", "The job that the interview is for."),
    stage_id: Field.reference("job_interview_stage", "The stage that the interview belongs to."),
    organizer_id: Field.reference("employee", "The person who arranged the interview."),
    user_ids: Field.references("employee", "The people who interview.")
  }
})
