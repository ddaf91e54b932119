/** The module that maps one model: it compiles, and every field waits for a decision. */
import * as Model from "@crosswalk/core/Model"
import * as Models from "@crosswalk/core/Models"
import { type Choices, type Chosen, idOf, names, nounsOf } from "./Choices.ts"
import { module_, value_ } from "./Declaration.ts"

/** The text of `src/mapper/<Model>.ts`. */
export const mapperModule = ({ id, name }: Choices, chosen: Chosen): string => {
  const model = Models.byName(chosen.model)
  const { list, one, record } = nounsOf(chosen)
  const type = module_(chosen.model)
  const fields = Model.mappedFields(model)
    .filter(({ field }) => field !== "remote_id")
    .map(({ field }) => `    ${field}: undecided`)
  return `/** ${type} ← ${record === type ? `${name}'s ${one}` : record}. */
import { ${type} } from "@crosswalk/core/${model.category}/${type}"
import * as Mapper from "@crosswalk/core/Mapper"
import { undecided } from "@crosswalk/core/Mapper"
import { ${list}, docs } from "../${names(id).module}Wire.ts"

export const ${value_(chosen.model)} = Mapper.make(${type}, ${list}, {
  docs,
  fields: {
    remote_id: (${one}) => String(${one}.${idOf(chosen)}),
${fields.join(",\n")}
  }
})
`
}
