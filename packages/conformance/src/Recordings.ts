/**
 * Reads a folder of answers that somebody else recorded, and finds out by the provider's own declarations which list
 * each file is from.
 *
 * `index.json` lists the files: `{"recordings": [{"file", "method", "path", "status"}]}`. A file holds one answer as the
 * vendor sent it; or the pages of a list, `{"pages": [{"body"}]}`; or several lists, `[{"path", "status", "body"}]`.
 */
import type * as Offline from "@crosswalk/core/Offline"
import type { Recording } from "@crosswalk/core/OfflineReport"
import * as Page from "@crosswalk/core/Page"
import type { Provider } from "@crosswalk/core/Provider"
import { resourcesFor } from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import { Result, Schema } from "effect"
import { join } from "node:path"
import * as Fixtures from "./Fixtures.ts"

const Index = Schema.Struct({
  recordings: Schema.Array(
    Schema.Struct({
      file: Schema.String,
      method: Schema.String,
      path: Schema.String,
      status: Schema.optionalKey(Schema.NullOr(Schema.Finite))
    })
  )
})

const Pages = Schema.Struct({ pages: Schema.Array(Schema.Struct({ body: Schema.Unknown })) })
const Lists = Schema.Array(Schema.Struct({ path: Schema.String, status: Schema.Finite, body: Schema.Unknown }))

/** A file that no list of the provider covers, and why. */
export interface Unread {
  readonly file: string
  readonly path: string
  readonly why: string
}

/** A folder as read: what the provider's lists cover, and the files that they do not. */
export interface Folder {
  readonly recordings: ReadonlyArray<Recording>
  readonly unread: ReadonlyArray<Unread>
}

/** What a path of the vendor's stands for. */
export interface Place {
  readonly resource: Resource
  readonly parent: string | null
  /** Whether the path names one record rather than the list. */
  readonly isOne: boolean
}

/** The path without the vendor's host and without that much of the base URL's path as it begins with. */
const belowBase = (provider: Provider, path: string): string => {
  const plain = path
    .replace(/^https?:\/\//, "")
    .replace(/^[^/]*/, "")
    .replace(/\?.*$/, "")
  for (const base of Object.values(provider.baseUrls)) {
    const parts = base
      .replace(/^https?:\/\/[^/]*/, "")
      .split("/")
      .slice(1)
    for (let from = 0; from < parts.length; from++) {
      const prefix = `/${parts.slice(from).join("/")}`
      if (prefix !== "/" && plain.startsWith(`${prefix}/`)) return plain.slice(prefix.length)
    }
  }
  return plain
}

const partsOf = (path: string): ReadonlyArray<string> => path.split("/")

const matches = (pattern: ReadonlyArray<string>, given: ReadonlyArray<string>): boolean =>
  pattern.length === given.length &&
  pattern.every((part, at) => part === given[at] || part === "{parent}" || part === "{id}")

/** Where a path of the vendor's leads: to a list, to one record of a list, or nowhere known. */
export const placeOf = (provider: Provider, path: string): Place | null => {
  const resources = resourcesFor(provider.mappers)
  const below = belowBase(provider, path)
  const given = partsOf(below)
  // A list of deletions stands where a record would, but holds none.
  if (resources.some(({ deletions }) => deletions !== null && matches(partsOf(deletions.path), given))) return null
  const exact = resources.find((resource) => resource.path === below)
  if (exact !== undefined) return { resource: exact, parent: null, isOne: false }
  for (const [isOne, suffix] of [
    [false, ""],
    [true, "/{id}"]
  ] as const) {
    for (const resource of resources) {
      const pattern = partsOf(`${resource.path}${suffix}`)
      if (matches(pattern, given)) return { resource, parent: given[pattern.indexOf("{parent}")] ?? null, isOne }
    }
  }
  // Some documentation leaves out what all paths of one kind begin with.
  const [ending, ...others] = resources.filter((resource) => below !== "/" && resource.path.endsWith(below))
  return ending === undefined || others.length > 0 ? null : { resource: ending, parent: null, isOne: false }
}

/** The records of an answer; null when it is no answer of that place. */
const recordsOf = ({ isOne, parent, resource }: Place, body: unknown): ReadonlyArray<Offline.Raw> | null => {
  const page = isOne ? Page.object({ at: ["data", ""] }) : resource.page
  const read = page.read({ body, headers: {}, request: page.first })
  return "unreadable" in read ? null : read.items.map((raw) => ({ raw, parent }))
}

/** The records of a file: of one answer, of the pages of one list, or of several lists. */
const recordsIn = (provider: Provider, place: Place, body: unknown): ReadonlyArray<Offline.Raw> | null => {
  if (Schema.is(Pages)(body)) return body.pages.flatMap((page) => recordsOf(place, page.body) ?? [])
  if (!Schema.is(Lists)(body) || body.length === 0) return recordsOf(place, body)
  return body.flatMap((list) => {
    const own = list.status === 200 ? placeOf(provider, list.path) : null
    return (own?.resource === place.resource ? recordsOf(own, list.body) : null) ?? []
  })
}

/** Reads a folder by its index. A folder without a readable index has nothing but that to tell. */
export const read = (provider: Provider, folder: string): Folder => {
  const index = Result.getOrElse(Fixtures.parse(join(folder, "index.json")), () => null)
  if (!Schema.is(Index)(index)) {
    return { recordings: [], unread: [{ file: "index.json", path: "", why: "it is no index of recordings" }] }
  }
  const recordings: Array<Recording> = []
  const unread: Array<Unread> = []
  for (const { file, method, path, status } of index.recordings) {
    const leave = (why: string) => unread.push({ file, path, why })
    const place = placeOf(provider, path)
    if (method !== "GET") leave("it is no answer to a GET")
    else if (status !== 200) leave("it is no successful answer")
    else if (place === null) leave("no list of the provider is at its path")
    else {
      const records = Result.match(Fixtures.parse(join(folder, file)), {
        onFailure: () => null,
        onSuccess: (body) => recordsIn(provider, place, body)
      })
      if (records === null) leave(`it is no page of ${place.resource.name}`)
      else recordings.push({ file, resource: place.resource, records })
    }
  }
  return { recordings, unread }
}
