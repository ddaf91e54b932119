/** Every field was looked at: a mapping fresh from the scaffold is not done. */
import { undecided } from "@crosswalk/core/Mapper"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"

/** No field is left as the scaffold wrote it. */
export const decided = Check.make("decided", "maps each field or says why not", (subject) =>
  subject.provider.mappers.flatMap(({ name, rules }) => {
    const open = Object.keys(rules).filter((field) => rules[field] === undecided)
    return open.length === 0
      ? []
      : [
          Finding.make(
            name,
            `map each of these, or say \`absent("why the vendor does not have it")\`, in place of \`undecided\`: ${open.join(", ")}`
          )
        ]
  })
)
