/**
 * The coverage matrix of a provider, field by field: what it declares, what recorded answers prove, and what a connector's
 * records are observed to have.
 */
import type { Pii } from "./Annotations.ts"
import * as Model from "./Model.ts"
import type { ModelName } from "./ModelName.ts"
import type { Recording } from "./OfflineReport.ts"
import * as Proof from "./Proof.ts"
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

/** How many of a connector's records of a model there are, and how many of them have a value in each field. */
export interface Fill {
  readonly total: number
  /** By field; one that no record fills may be left out. */
  readonly filled: ReadonlyMap<string, number>
}

/** One row of the matrix. */
export interface Covered extends Declared {
  /** Files of the recorded answers that give the field a value; null where none were looked at. */
  readonly provenBy: ReadonlyArray<string> | null
  /**
   * The connector's records of the model, whichever list they were made from, and how many of them have a value; null
   * where none were looked at.
   */
  readonly observed: { readonly filled: number; readonly total: number } | null
}

/** What there is to look at beside the declaration; null for what is not there. */
export interface Evidence {
  readonly recordings: ReadonlyArray<Recording> | null
  /** By model. */
  readonly fills: ReadonlyMap<string, Fill> | null
}

/** The rows of {@link declared} with all that is known of each. */
export const matrix = (provider: Provider, evidence: Evidence): ReadonlyArray<Covered> => {
  const proven = evidence.recordings === null ? null : Proof.proven(provider.mappers, evidence.recordings)
  return declared(provider).map((row) => {
    const fill = evidence.fills?.get(row.model)
    return {
      ...row,
      provenBy: proven === null ? null : (proven.get(`${row.model}/${row.resource}`)?.get(row.field) ?? []),
      observed: fill === undefined ? null : { filled: fill.filled.get(row.field) ?? 0, total: fill.total }
    }
  })
}
