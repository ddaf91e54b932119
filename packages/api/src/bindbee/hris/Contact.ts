/** How to reach people, and the numbers by which a state knows them. */
import type { Employee } from "@crosswalk/core/hris/Employee"
import type * as Model from "@crosswalk/core/Model"
import type * as Word from "../../Word.ts"

type Record = Model.Unified<typeof Employee>

interface Kinded<Kind extends string> {
  readonly value: string
  readonly type: Word.Word<Kind> | null
}

/** The first value of a kind; null when there is none. */
export const ofKind = <Kind extends string>(
  values: ReadonlyArray<Kinded<Kind>> | null,
  kind: NoInfer<Kind>
): string | null => values?.find(({ type }) => type?.value === kind)?.value ?? null

/** Number of the social security. */
export const ssn = ({ identity_numbers }: Pick<Record, "identity_numbers">): string | null =>
  ofKind(identity_numbers, "SSN")
