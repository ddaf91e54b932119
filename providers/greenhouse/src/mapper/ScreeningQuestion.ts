/** ScreeningQuestion ← the questions of job posts; several posts may ask the same one. */
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { jobPosts } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { JobPost, Question } from "../wire/Job.ts"
import { named } from "./Entry.ts"
import { questionId } from "./Posts.ts"

const type = vocabulary({
  short_text: "SINGLE_LINE_TEXT",
  long_text: "MULTI_LINE_TEXT",
  boolean: "BOOLEAN",
  yes_no: "BOOLEAN",
  single_select: "SINGLE_SELECT",
  multi_select: "MULTI_SELECT",
  attachment: "FILE"
})

type Input = { readonly item: Question; readonly remotes: ReadonlyArray<JobPost> }

/** The one job whose posts ask it. */
const job = ({ remotes }: Input): string | null => {
  const [only, ...others] = named(remotes, ({ job_id }) => job_id) ?? []
  return only === undefined || others.length > 0 ? null : only
}

const position = ({ item, remotes: [post] }: Input): number | null => post?.questions?.indexOf(item) ?? null

export const screeningQuestion = Mapper.make(
  ScreeningQuestion,
  Source.shared(jobPosts, { of: ({ questions }) => questions, id: questionId }, {}),
  {
    docs: page("job_posts"),
    fields: {
      remote_id: derived(
        "its id; without one, the post's with the question's name",
        ({ item, remotes: [post] }) => (post && questionId(item, post)) ?? ""
      ),
      remote_created_at: absent("questions have no times"),
      remote_updated_at: absent("questions have no times"),
      custom_fields: absent("questions have none"),
      title: ({ item }) => Wire.text(item.label),
      description: ({ item }) => Wire.text(item.description),
      prompt: absent("Greenhouse has none"),
      type: ({ item }) => type(item.answer_type),
      display: absent("Greenhouse does not tell"),
      category: absent("posts show only the questions that are for recruiters"),
      is_required: ({ item }) => item.required ?? null,
      position: derived("its place in the post, from 0", position),
      options: ({ item }) =>
        Wire.list(item.options, ({ id, label }) => {
          const name = Wire.text(label)
          return name === null ? null : { remote_id: Wire.id(id), name }
        }),
      maximum_length: absent("Greenhouse does not tell"),
      minimum: absent("Greenhouse does not tell"),
      maximum: absent("Greenhouse does not tell"),
      accepted_content_types: absent("Greenhouse does not tell"),
      maximum_file_size: absent("Greenhouse does not tell"),
      job_id: derived("the job of its posts, where that is one", job),
      precondition_question_id: absent("Greenhouse does not tell"),
      precondition_answers: absent("Greenhouse does not tell")
    }
  }
)
