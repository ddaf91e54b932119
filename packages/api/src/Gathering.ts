/**
 * A list of what is no record of its own but stands inside records, each entry once: the kinds of absence that requests
 * name, the roles that users have. It is read off the records whenever it is asked for; there are few entries.
 */
import type { Category } from "@crosswalk/core/Category"
import type { Identify } from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import type { Schema } from "effect"
import type { Parameter } from "./Parameter.ts"

/** One entry. */
export interface Entry {
  /** Our id, by which entries are told apart. */
  readonly id: string
  /** The vendor's id; null when it has none. */
  readonly remoteId: string | null
  /** When a record that carries it last changed: an entry's own change is never later. */
  readonly modifiedAt: string
  /** What is known of it, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** Records of a model that carry entries. */
export interface Source {
  readonly model: ModelName
  // A method, so that a source of one model is one of any.
  entries(record: unknown, identify: Identify): ReadonlyArray<Entry>
}

/** Says how entries are read off a model's records. */
export const from = <M extends Model.Any>(
  model: M,
  entries: (record: Model.Unified<M>, identify: Identify) => ReadonlyArray<Entry>
): Source => ({ model: model.name, entries })

/** A gathered list. */
export interface Gathering {
  /** Null when it is there for connectors of all categories. */
  readonly category: Category | null
  /** Its place under the category's own; parameters as `:name`. */
  readonly path: string
  readonly description: string
  /** The shape of an entry as it is served. */
  readonly shape: Schema.Struct<Model.Fields>
  /** Where entries stand; those whose model the connector's provider does not supply are passed over. */
  readonly sources: readonly [Source, ...ReadonlyArray<Source>]
  /** Parameters of this list alone, by name, and the fact that they narrow by; those of all lists are the dialect's. */
  readonly parameters: Readonly<Record<string, Parameter & { readonly fact: string }>>
  /** The served entry as plain JSON. */
  readonly serve: (entry: Entry) => Readonly<Record<string, unknown>>
}

/**
 * Adds what one record carries. Where entries contradict each other, the record that changed last is believed; deleted
 * records are to be left out.
 */
export const add = (found: Map<string, Entry>, entries: ReadonlyArray<Entry>): void => {
  for (const entry of entries) {
    const known = found.get(entry.id)
    if (known === undefined || known.modifiedAt <= entry.modifiedAt) found.set(entry.id, entry)
  }
}

/** The entries that are to be served, in an order that does not change while they are paged through. */
export const select = (found: ReadonlyMap<string, Entry>, keep: (entry: Entry) => boolean): ReadonlyArray<Entry> =>
  [...found.values()].filter(keep).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
