/** Finds out, by the provider's own declarations, which list each file of a corpus folder was recorded from. */
import type * as Offline from "@crosswalk/core/Offline"
import type { Recording } from "@crosswalk/core/OfflineReport"
import * as Page from "@crosswalk/core/Page"
import type { Provider } from "@crosswalk/core/Provider"
import { resourcesFor } from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import { Schema } from "effect"
import * as Path from "node:path"
import { read } from "./Answers.ts"

const Index = Schema.Struct({
  recordings: Schema.Array(
    Schema.Struct({
      file: Schema.String,
      method: Schema.String,
      path: Schema.String,
      status: Schema.optionalKey(Schema.Finite)
    })
  )
})

/** Several answers in one file: the pages of one list, or the lists of several parents. */
const Pages = Schema.Struct({ pages: Schema.Array(Schema.Struct({ body: Schema.Unknown })) })
const Lists = Schema.Array(Schema.Struct({ path: Schema.String, status: Schema.Finite, body: Schema.Unknown }))

/** A folder as read: what the provider's lists cover, and the files that they do not. */
export interface Folder {
  readonly recordings: ReadonlyArray<Recording>
  readonly unread: ReadonlyArray<{ readonly file: string; readonly path: string }>
}

/** What a path of the vendor's stands for. */
export interface Place {
  readonly resource: Resource
  readonly parent: string | null
  /** Whether the path names one record rather than the list. */
  readonly isOne: boolean
}

/** Where a path of the vendor's leads: to a list, to one record of a list, or nowhere known. */
export const placeOf = (resources: ReadonlyArray<Resource>, path: string): Place | null => {
  const given = path.replace(/^\/v\d+/, "").split("/")
  const matches = (pattern: ReadonlyArray<string>) =>
    pattern.length === given.length &&
    pattern.every((part, n) => part === given[n] || part === "{parent}" || part === "{id}")
  // A list of deletions stands where a record would, but holds none.
  if (resources.some(({ deletions }) => deletions !== null && matches(deletions.path.split("/")))) return null
  for (const [isOne, suffix] of [
    [false, ""],
    [true, "/{id}"]
  ] as const) {
    for (const resource of resources) {
      const pattern = `${resource.path}${suffix}`.split("/")
      if (matches(pattern)) return { resource, parent: given[pattern.indexOf("{parent}")] ?? null, isOne }
    }
  }
  return null
}

/** The records of an answer; null when it is no answer of that place. */
const recordsOf = ({ isOne, parent, resource }: Place, body: unknown): ReadonlyArray<Offline.Raw> | null => {
  const page = isOne
    ? Page.single({ items: "data" }).read({ body, headers: {}, request: { query: {} } })
    : resource.page.read({ body, headers: {}, request: resource.page.first })
  return "unreadable" in page ? null : page.items.map((raw) => ({ raw, parent }))
}

/** The records of a file: of one answer, of the pages of one list, or of several lists. */
const recordsIn = (
  resources: ReadonlyArray<Resource>,
  place: Place,
  body: unknown
): ReadonlyArray<Offline.Raw> | null => {
  if (Schema.is(Pages)(body)) return body.pages.flatMap((page) => recordsOf(place, page.body) ?? [])
  if (!Schema.is(Lists)(body)) return recordsOf(place, body)
  return body.flatMap((list) => {
    const own = list.status === 200 ? placeOf(resources, list.path) : null
    return (own === null ? null : recordsOf(own, list.body)) ?? []
  })
}

/** Reads a folder of the corpus by its index. */
export const readFolder = (provider: Provider, folder: string): Folder => {
  const resources = resourcesFor(provider.mappers)
  const recordings: Array<Recording> = []
  const unread: Array<Folder["unread"][number]> = []
  for (const { file, method, path, status } of Schema.decodeUnknownSync(Index)(read(Path.join(folder, "index.json")))
    .recordings) {
    const place = method === "GET" && (status ?? 200) === 200 ? placeOf(resources, path) : null
    const records = place === null ? null : recordsIn(resources, place, read(Path.join(folder, file)))
    if (place === null || records === null) unread.push({ file, path })
    else recordings.push({ file, resource: place.resource, records })
  }
  return { recordings, unread }
}
