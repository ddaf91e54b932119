/** What applicants disclosed for equal opportunity reports. */
import { Eeoc } from "@crosswalk/core/ats/Eeoc"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"

const veteranStatuses = [
  "I_DONT_WISH_TO_ANSWER",
  "DISABLED_VETERAN",
  "SPECIAL_DISABLED_VETERAN",
  "VIETNAM_ERA_VETERAN",
  "OTHER_PROTECTED_VETERAN",
  "THREE_YEAR_RECENTLY_SEPARATED_VETERAN",
  "ONE_YEAR_RECENTLY_SEPARATED_VETERAN",
  "DISABLED_INDIVIDUAL",
  "I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN",
  "I_AM_NOT_A_PROTECTED_VETERAN",
  "-"
] as const

const veteranStatus = {
  NOT_PROTECTED_VETERAN: "I_AM_NOT_A_PROTECTED_VETERAN",
  PROTECTED_VETERAN: "I_IDENTIFY_AS_ONE_OR_MORE_OF_THE_CLASSIFICATIONS_OF_A_PROTECTED_VETERAN",
  DISABLED_VETERAN: "DISABLED_VETERAN",
  SPECIAL_DISABLED_VETERAN: "SPECIAL_DISABLED_VETERAN",
  VIETNAM_ERA_VETERAN: "VIETNAM_ERA_VETERAN",
  OTHER_PROTECTED_VETERAN: "OTHER_PROTECTED_VETERAN",
  ONE_YEAR_RECENTLY_SEPARATED_VETERAN: "ONE_YEAR_RECENTLY_SEPARATED_VETERAN",
  THREE_YEAR_RECENTLY_SEPARATED_VETERAN: "THREE_YEAR_RECENTLY_SEPARATED_VETERAN",
  DISABLED_INDIVIDUAL: "DISABLED_INDIVIDUAL",
  UNDISCLOSED: "I_DONT_WISH_TO_ANSWER"
} as const satisfies Word.Table<Word.Ours<RecordOf<"eeoc">["veteran_status"]>, (typeof veteranStatuses)[number]>

const disabilityStatuses = [
  "YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY",
  "NO_I_DONT_HAVE_A_DISABILITY",
  "I_DONT_WISH_TO_ANSWER",
  "-"
] as const

const disabilityStatus = {
  DISABLED: "YES_I_HAVE_A_DISABILITY_OR_PREVIOUSLY_HAD_A_DISABILITY",
  NOT_DISABLED: "NO_I_DONT_HAVE_A_DISABILITY",
  UNDISCLOSED: "I_DONT_WISH_TO_ANSWER"
} as const satisfies Word.Table<Word.Ours<RecordOf<"eeoc">["disability_status"]>, (typeof disabilityStatuses)[number]>

const shape = Row.shape("EEOC", {
  candidate: Row.one("The person; null where the vendor keeps answers anonymous."),
  submitted_at: Shape.instant("When the survey was answered."),
  race: Shape.open(Words.races, "The ethnic group chosen."),
  gender: Shape.open(Words.genders, "The gender chosen."),
  veteran_status: Shape.open(veteranStatuses, "Whether the person served."),
  disability_status: Shape.open(disabilityStatuses, "Whether the person has or had a disability.")
})

/** The answers of an applicant. */
export const eeoc = Row.projection(Eeoc, shape, {
  fields: {
    ...Row.rules,
    candidate: ({ candidate_id }) => candidate_id,
    submitted_at: ({ submitted_at }) => Time.instant(submitted_at),
    race: ({ race }) => Word.open(Words.race, race),
    gender: ({ gender }) => Word.open(Words.gender, gender),
    veteran_status: ({ veteran_status }) => Word.open(veteranStatus, veteran_status),
    disability_status: ({ disability_status }) => Word.open(disabilityStatus, disability_status)
  }
})
