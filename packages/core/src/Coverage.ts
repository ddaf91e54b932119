/** What a provider declares of each field: the first layer of its coverage matrix. */
import type { Pii } from "./Annotations.ts"
import * as Model from "./Model.ts"
import type { ModelName } from "./ModelName.ts"
import type { Provider } from "./Provider.ts"

/** How one mapper fills one field. */
export interface Declared {
  readonly model: ModelName
  /** Name of the model's field. */
  readonly field: string
  /** The vendor's list that the record is made from. */
  readonly resource: string
  /** Whether it is copied, worked out, or not there at the vendor's. */
  readonly rule: "read" | "derived" | "absent"
  /** How a derived value is worked out, or why the vendor does not have the field; null for a copied one. */
  readonly note: string | null
  /** How sensitive the field is. */
  readonly pii: Pii
}

/** One row for every field of every mapper of a provider, in the mappers' and the models' order. */
export const declared = (provider: Provider): ReadonlyArray<Declared> =>
  provider.mappers.flatMap((mapper) =>
    Model.mappedFields(mapper.model).map(({ field, pii }) => {
      const rule = mapper.rules[field]
      const common = {
        model: mapper.model.name,
        field,
        resource: mapper.source.resource.name,
        pii: pii ?? "none"
      } as const
      if (typeof rule === "function") return { ...common, rule: "read", note: null } as const
      return rule?.rule === "derived"
        ? ({ ...common, rule: "derived", note: rule.how } as const)
        : ({ ...common, rule: "absent", note: rule?.why ?? null } as const)
    })
  )
