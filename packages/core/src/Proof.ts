/**
 * What recorded answers prove of a provider: which of a model's fields have a value in some of them, and in which. It is
 * the second layer of its coverage matrix.
 */
import { Predicate } from "effect"
import * as Explain from "./Explain.ts"
import type { Mapper } from "./Mapper.ts"
import * as Offline from "./Offline.ts"
import type { Recording } from "./OfflineReport.ts"
import * as Redact from "./Redact.ts"
import type { Group, Landed } from "./Source.ts"

/** Files by field: those whose records gave it a value, in the order of the recordings. A field without any is left out. */
export type Proof = ReadonlyMap<string, ReadonlyArray<string>>

/** Whether a field's value says anything; null, an empty list and an object without entries do not. */
export const isFilled = (value: unknown): boolean => {
  if (value === null || value === undefined) return false
  if (Array.isArray(value)) return value.length > 0
  return !Predicate.isObject(value) || Object.keys(value).length > 0
}

const readable = (model: string, remoteId: string): string => `${model}:${remoteId}`

interface Material {
  readonly store: Offline.Store
  /** Where each landed record stands. */
  readonly fileOf: ReadonlyMap<unknown, string>
}

const landAll = (recordings: ReadonlyArray<Recording>): Material => {
  const store = new Map<string, Map<string, Landed>>()
  const fileOf = new Map<unknown, string>()
  for (const { file, records, resource } of recordings) {
    const rows = store.get(resource.name) ?? new Map<string, Landed>()
    store.set(resource.name, rows)
    for (const landed of Offline.land(resource, records, Redact.everything).landed) {
      rows.set(landed.key, landed)
      fileOf.set(landed.record, file)
    }
  }
  return { store: new Map(Array.from(store, ([name, rows]) => [name, [...rows.values()]])), fileOf }
}

/** The records of a group, by the name of their resource. */
const recordsIn = ({ source }: Mapper, group: Group): ReadonlyMap<string, ReadonlyArray<unknown>> => {
  const found = new Map<string, ReadonlyArray<unknown>>()
  const add = (resource: string, records: ReadonlyArray<unknown>) =>
    found.set(resource, [...(found.get(resource) ?? []), ...records])
  add(
    source.resource.name,
    group.members.map(({ record }) => record)
  )
  for (const [join, { resource }] of Object.entries(source.joins)) add(resource.name, group.joined[join] ?? [])
  return found
}

/** Paths in an explanation begin with the name of a resource. */
const resourceOf = (path: string): string => path.split(/[.[]/, 1)[0] ?? ""

const prove = (mapper: Mapper, { fileOf, store }: Material, order: ReadonlyArray<string>): Proof => {
  const proof = new Map<string, Set<string>>()
  const watched: Mapper = {
    ...mapper,
    run: (group, identify) => {
      const outcome = mapper.run(group, identify)
      if (outcome?._tag !== "Mapped") return outcome
      const records = recordsIn(mapper, group)
      for (const { field, from, value } of Explain.explain(mapper, group, outcome.record) ?? []) {
        if (!isFilled(value)) continue
        // What follows from no value of the vendor's follows from the record being there.
        const resources = new Set(
          from.length === 0 ? [mapper.source.resource.name] : from.map(({ path }) => resourceOf(path))
        )
        const files = proof.get(field) ?? new Set()
        proof.set(field, files)
        for (const resource of resources) {
          for (const record of records.get(resource) ?? []) {
            const file = fileOf.get(record)
            if (file !== undefined) files.add(file)
          }
        }
      }
      return outcome
    }
  }
  Offline.derive(watched, store, readable)
  return new Map(Array.from(proof, ([field, files]) => [field, order.filter((file) => files.has(file))]))
}

/** What recordings prove of each mapper, by the mapper's name. Every class of personal data is collected for it. */
export const proven = (
  mappers: ReadonlyArray<Mapper>,
  recordings: ReadonlyArray<Recording>
): ReadonlyMap<string, Proof> => {
  const material = landAll(recordings)
  const order = recordings.map(({ file }) => file)
  return new Map(mappers.map((mapper) => [mapper.name, prove(mapper, material, order)]))
}
