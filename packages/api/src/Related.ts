/**
 * The records that a projection may look at beside its own: all that its relations lead to, loaded once for a page.
 */
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import type * as Models from "@crosswalk/core/Models"

/** The model of a name. */
export type ModelOf<Name extends ModelName> = ReturnType<typeof Models.byName<Name>>

/** A record of a model. */
export type RecordOf<Name extends ModelName> = Model.Unified<ModelOf<Name>>

/** Loaded records of the models `Name`. Deleted ones are not among them. */
export interface Related<Name extends ModelName> {
  /** The record of an id; null when there is none, or it was never read at the vendor. */
  readonly one: <N extends Name>(model: N, id: string | null) => RecordOf<N> | null
  /** The records of some ids, in their order, without those that are not there. */
  readonly all: <N extends Name>(model: N, ids: ReadonlyArray<string> | null) => ReadonlyArray<RecordOf<N>>
  /** The records whose field names an id, in the order of the listing. */
  readonly of: <N extends Name>(
    model: N,
    field: Extract<keyof RecordOf<N>, string>,
    id: string
  ) => ReadonlyArray<RecordOf<N>>
  /**
   * The ids of the records whose field names an id, in the order of the listing. It needs the relation among a
   * projection's `ids`, not its `loads`.
   */
  readonly ids: (model: ModelName, field: string, id: string) => ReadonlyArray<string>
  /**
   * The vendor's id of a record that a reference names; null when the reference is, or its target was never read. It
   * needs the relation among a projection's `names`, not its `loads`.
   */
  readonly remoteId: (model: ModelName, id: string | null) => string | null
}
