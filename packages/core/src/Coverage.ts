/** What a provider declares of each field: the first layer of its coverage matrix. */
import type { Pii } from "./Annotations.ts"
import * as Model from "./Model.ts"
import type { ModelName } from "./ModelName.ts"
import type { Provider } from "./Provider.ts"

/** How one mapper fills one field. */
export interface Declared {
  readonly model: ModelName
  readonly field: string
  /** The vendor's list that the record is made from. */
  readonly resource: string
  readonly rule: "read" | "derived" | "absent"
  /** How a derived value is worked out, or why the vendor does not have the field. */
  readonly note: string | null
  readonly pii: Pii
}

/** One row for every field of every model that the provider maps. */
export const declared = (provider: Provider): ReadonlyArray<Declared> =>
  provider.mappers.flatMap((mapper) =>
    Model.mappedFields(mapper.model).map(({ field, pii }) => {
      const rule = mapper.rules[field]
      const common = { model: mapper.model.name, field, resource: mapper.source.resource.name, pii: pii ?? "none" } as const
      if (typeof rule === "function") return { ...common, rule: "read", note: null } as const
      return rule?.rule === "derived"
        ? { ...common, rule: "derived", note: rule.how } as const
        : { ...common, rule: "absent", note: rule?.why ?? null } as const
    })
  )
