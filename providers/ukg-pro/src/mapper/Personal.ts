/** What UKG says of employees and of those close to them in the same words. */
import { known, vocabulary } from "@crosswalk/core/Vocabulary"
import type { Maybe } from "@crosswalk/core/Wire"
import { code, flag, some } from "../wire/Habits.ts"

/** The gender; accounts may add words of their own. */
export const gender = vocabulary({ F: "FEMALE", M: "MALE" })

/** The parts of a name in their order, joined; null when there is none. */
export const fullName = (given: string | null, family: string | null): string | null =>
  given === null || family === null ? (given ?? family) : `${given} ${family}`

/** How {@link fullName} is made. */
export const howName = "given and family name"

type Numbers = {
  readonly ssn?: Maybe<string | number>
  readonly ssnIsSuppressed?: Maybe<boolean | string>
  readonly nationalId?: Maybe<string | number>
  readonly nationalIdCountry?: Maybe<string>
}

const numberOf = <const T extends string>(value: string | null, type: T, country: string | null) =>
  value === null ? null : { value, type: known(type), country }

/** Numbers given by a state, where they are collected; a masked one is none. Null when there is none. */
export const identityNumbers = ({ nationalId, nationalIdCountry, ssn, ssnIsSuppressed }: Numbers) => {
  const social = flag(ssnIsSuppressed) === true ? null : code(ssn)
  const national = code(nationalId)
  return some([
    numberOf(social, "SSN", null),
    numberOf(national === social ? null : national, "NATIONAL", nationalIdCountry ?? null)
  ])
}
