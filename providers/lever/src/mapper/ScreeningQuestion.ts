/** ScreeningQuestion ← the questions of a posting's application form. */
import { ScreeningQuestion } from "@crosswalk/core/ats/ScreeningQuestion"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { applyForms } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import type { FormField } from "../wire/Form.ts"
import type { ApplyForm } from "../wire/Posting.ts"
import { questionType } from "./Question.ts"

const display = vocabulary({ dropdown: "DROPDOWN", "multiple-choice": "RADIO", text: "FIELD", textarea: "FIELD" })

interface Question {
  readonly id: string
  readonly field: FormField
  readonly isEeo: boolean
}

/**
 * The questions of a form, in its order. The customer's own have ids, the same on every posting that asks them. Lever's
 * standard ones have only names, and each posting has its own settings for them, so the posting is part of their id.
 */
const questions = (form: ApplyForm): ReadonlyArray<Question> => {
  const standard = (part: string, fields: ApplyForm["urls"]): ReadonlyArray<Question> =>
    Wire.list(fields, (field) =>
      field.name ? { id: `${form.id}/${part}/${field.name}`, field, isEeo: false } : null
    ) ?? []
  return [
    ...standard("personalInformation", form.personalInformation),
    ...standard("urls", form.urls),
    ...(form.customQuestions ?? []).flatMap(({ fields }) =>
      (fields ?? []).flatMap((field) => (field.id ? [{ id: field.id, field, isEeo: false }] : []))
    ),
    ...Object.entries(form.eeoQuestions ?? {}).flatMap(([name, field]) =>
      field === null ? [] : [{ id: `${form.id}/eeoQuestions/${name}`, field, isEeo: true }]
    )
  ]
}

type Input = { readonly remotes: ReadonlyArray<ApplyForm>; readonly item: Question }

/** The one form that asks a question; null when several do. */
const onlyForm = ({ remotes }: Input): ApplyForm | null => (remotes.length === 1 ? (remotes[0] ?? null) : null)

const position = (input: Input): number | null => {
  const form = onlyForm(input)
  return form === null ? null : questions(form).findIndex(({ id }) => id === input.item.id)
}

export const screeningQuestion = Mapper.make(
  ScreeningQuestion,
  Source.shared(applyForms, { of: questions, id: ({ id }) => id }, {}),
  {
    docs: chapter("retrieve-posting-application-questions"),
    fields: {
      remote_id: derived(
        "the field's id; without one the posting's id, the part of the form and the name",
        ({ item }) => item.id
      ),
      remote_created_at: absent("questions have no times"),
      remote_updated_at: absent("questions have no times"),
      custom_fields: absent("questions have none"),
      title: ({ item }) => Wire.text(item.field.text),
      description: ({ item }) => Wire.text(item.field.description),
      prompt: ({ item }) => Wire.text(item.field.prompt),
      type: ({ item }) => questionType(item.field.type),
      // Other types name what is asked for, not how.
      display: ({ item }) => {
        const word = display(item.field.type)
        return word?.value ? word : null
      },
      category: derived("by the part of the form", ({ item }) => (item.isEeo ? known("EEO") : null)),
      is_required: ({ item }) => item.field.required ?? null,
      position: derived("its place in the form; none when several forms ask it", position),
      options: ({ item }) =>
        Wire.list(item.field.options, ({ optionId, text }) => {
          const name = Wire.text(text)
          return name === null ? null : { remote_id: Wire.text(optionId), name }
        }),
      maximum_length: absent("Lever does not tell"),
      minimum: absent("Lever does not tell"),
      maximum: absent("Lever does not tell"),
      accepted_content_types: absent("Lever does not tell"),
      maximum_file_size: absent("Lever does not tell"),
      job_id: derived(
        "the posting of the form; none when several forms ask it",
        (input) => onlyForm(input)?.id ?? null
      ),
      precondition_question_id: absent("questions do not depend on each other in Lever"),
      precondition_answers: absent("questions do not depend on each other in Lever")
    }
  }
)
