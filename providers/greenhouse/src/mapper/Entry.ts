/** Rules that all of Harvest's records share. */
import * as Wire from "@crosswalk/core/Wire"
import { Predicate } from "effect"

interface Entry {
  readonly id: string | number
  readonly created_at?: string | null
  readonly updated_at?: string | null
}

/** Id and times of a record that is mapped by itself. */
export const entry = {
  remote_id: ({ id }: Entry) => String(id),
  remote_created_at: ({ created_at }: Entry) => Wire.instant(created_at),
  remote_updated_at: ({ updated_at }: Entry) => Wire.instant(updated_at)
}

/** Id and times of a record that is mapped with what is joined to it. */
export const joinedEntry = {
  remote_id: ({ remote }: { readonly remote: Entry }) => String(remote.id),
  remote_created_at: ({ remote }: { readonly remote: Entry }) => Wire.instant(remote.created_at),
  remote_updated_at: ({ remote }: { readonly remote: Entry }) => Wire.instant(remote.updated_at)
}

type Fields = Wire.Maybe<Readonly<Record<string, unknown>>>

const valueOf = (field: unknown): unknown =>
  Predicate.isObject(field) && Object.hasOwn(field, "value") ? field["value"] : field

/** The values of custom fields by the fields' keys, without the names and types that stand beside them. */
export const customFields = (fields: Fields): Readonly<Record<string, unknown>> | null => {
  if (fields === null || fields === undefined) return null
  // A copy has the keys already, whatever they are called, and is cheaper to fill than an object that grows.
  const values: Record<string, unknown> = { ...fields }
  for (const key in values) values[key] = valueOf(values[key]) ?? null
  return values
}

/** The value of one custom field; null when there is none. */
export const customField = (fields: Fields, key: string): unknown =>
  fields && Object.hasOwn(fields, key) ? (valueOf(fields[key]) ?? null) : null

/** Ids as text. */
export const ids = (values: Wire.Maybe<ReadonlyArray<string | number>>): ReadonlyArray<string> | null =>
  Wire.list(values, Wire.id)

/** The different ids that some records name, in their order; null when the records are not known. */
export const named = <W>(
  records: ReadonlyArray<W> | null,
  id: (record: W) => Wire.Maybe<string | number>
): ReadonlyArray<string> | null => {
  if (records === null) return null
  const keys = records.map((record) => Wire.id(id(record)))
  return Wire.distinct(Wire.present(keys))
}
