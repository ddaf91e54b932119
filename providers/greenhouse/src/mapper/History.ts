/** Where a candidate worked and studied. */
import * as Wire from "@crosswalk/core/Wire"
import type { CustomFieldOption } from "../wire/Account.ts"
import type { CandidateEducation, CandidateEmployment } from "../wire/Candidate.ts"

/** A position held. */
export const experience = ({ company_name, end_date, start_date, title }: CandidateEmployment) => ({
  title: Wire.text(title),
  company: Wire.text(company_name),
  location: null,
  summary: null,
  started_on: Wire.date(start_date),
  ended_on: Wire.date(end_date)
})

type Part = Wire.Maybe<string | number>

/** Whether two ids are the same, of which one may be text and the other a number. */
const isSame = (a: string | number, b: string | number): boolean =>
  typeof a === typeof b ? a === b : String(a) === String(b)

/** A date; without one the year, with its month where that is known. */
const dateOf = (at: Wire.Maybe<string>, year: Part, month: Part): string | null => {
  const day = Wire.date(at)
  if (day !== null) return day
  const [y, m] = [Wire.integer(year), Wire.integer(month)]
  if (y === null) return null
  return m === null ? String(y) : `${y}-${String(m).padStart(2, "0")}`
}

/** A school attended, with the names behind its options' ids; null where the options may not be read. */
export const education = (remote: CandidateEducation, options: ReadonlyArray<typeof CustomFieldOption.Type> | null) => {
  const nameOf = (id: Part): string | null =>
    id === null || id === undefined ? null : Wire.text(options?.find((option) => isSame(option.id, id))?.name)
  return {
    institution: nameOf(remote.school_name_custom_field_option_id),
    degree: nameOf(remote.degree_custom_field_option_id),
    field: nameOf(remote.discipline_custom_field_option_id),
    summary: null,
    started_on: dateOf(remote.start_at, remote.start_date_year, remote.start_date_month),
    ended_on: dateOf(remote.end_at, remote.end_date_year, remote.end_date_month)
  }
}
