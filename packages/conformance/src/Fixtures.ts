/**
 * A provider's recorded answers: `<resource>/1.json`, `2.json` and so on, the pages of one list; for a child resource in
 * a folder named for the parent's id; for other resources a subfolder holds another recording of the same list.
 *
 * Beside a page, `1.headers.json` may hold the answer's headers, of which a `Link` is the one that matters.
 */
import type { Recording } from "@crosswalk/core/OfflineReport"
import type * as Page from "@crosswalk/core/Page"
import type { Resource } from "@crosswalk/core/Resource"
import { Result, Schema } from "effect"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** One recorded answer. */
export interface RecordedPage {
  /** Below the folder of fixtures. */
  readonly file: string
  readonly body: unknown
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** One recorded list: at least one page. */
export interface RecordedList {
  readonly resource: Resource
  /** The `RemoteKey` of the record that it was listed for; null for a resource without a parent. */
  readonly parent: string | null
  /** Below the folder of fixtures. */
  readonly folder: string
  readonly pages: ReadonlyArray<RecordedPage>
}

/** A folder of fixtures, as read. */
export interface Fixtures {
  readonly folder: string
  readonly lists: ReadonlyArray<RecordedList>
  /** Files and folders that are no fixture of a resource, and pages that are no JSON: which, and why. */
  readonly strays: ReadonlyArray<{ readonly name: string; readonly why: string }>
  /** Words of the vendor that the fixtures hold although the provider is known not to know them. */
  readonly unknownWords: ReadonlySet<string>
}

/** Folder of the expected records, beside the resources'. */
export const expectedFolder = "expected"

/** File that lists the vendor's words that are left unknown on purpose: a JSON list of texts. */
export const unknownWordsFile = "unknown-words.json"

const Headers = Schema.Record(Schema.String, Schema.String)
const Words = Schema.Array(Schema.String)

/** Parses a JSON file. */
export const parse = (path: string): Result.Result<unknown, string> =>
  Result.try({ try: (): unknown => JSON.parse(readFileSync(path, "utf8")), catch: (cause) => String(cause) })

const pageName = /^(\d+)\.json$/
const headersName = /^\d+\.headers\.json$/

type Strays = Array<Fixtures["strays"][number]>

const headersOf = (path: string, name: string, strays: Strays): Readonly<Record<string, string>> => {
  if (!existsSync(path)) return {}
  const parsed = Result.getOrElse(parse(path), () => null)
  if (Schema.is(Headers)(parsed)) {
    return Object.fromEntries(Object.entries(parsed).map(([header, value]) => [header.toLowerCase(), value]))
  }
  strays.push({ name, why: "is no JSON object of texts" })
  return {}
}

/** The pages in one folder, in order. A number that is left out ends the list: what follows it is a stray. */
const pagesIn = (folder: string, below: string, strays: Strays): ReadonlyArray<RecordedPage> => {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  const numbers = new Set(names.flatMap((name) => pageName.exec(name)?.slice(1, 2) ?? []).map(Number))
  const pages: Array<RecordedPage> = []
  for (let number = 1; numbers.delete(number); number++) {
    const file = `${below}/${number}.json`
    const parsed = parse(join(folder, `${number}.json`))
    if (Result.isFailure(parsed)) strays.push({ name: file, why: `is no JSON: ${parsed.failure}` })
    else {
      const headers = headersOf(join(folder, `${number}.headers.json`), `${below}/${number}.headers.json`, strays)
      pages.push({ file, body: parsed.success, headers })
    }
  }
  for (const number of numbers) {
    strays.push({ name: `${below}/${number}.json`, why: "follows a page that is not there; number pages from 1 on" })
  }
  for (const name of names) {
    if (!pageName.test(name) && !headersName.test(name)) {
      strays.push({ name: `${below}/${name}`, why: "is no page; pages are called 1.json, 2.json, …" })
    }
  }
  return pages
}

const subfolders = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort()

const listsOf = (resource: Resource, folder: string, strays: Strays): ReadonlyArray<RecordedList> => {
  const own = join(folder, resource.name)
  if (!existsSync(own)) return []
  const lists = ["", ...subfolders(own)].map((name): RecordedList => {
    const below = name === "" ? resource.name : `${resource.name}/${name}`
    const pages = pagesIn(join(own, name), below, strays)
    if (name === "" && resource.parent !== null && pages.length > 0) {
      strays.push({ name: `${below}/1.json`, why: "belongs into a folder named for the id of its parent" })
      return { resource, parent: null, folder: below, pages: [] }
    }
    return { resource, parent: resource.parent === null ? null : decodeURIComponent(name), folder: below, pages }
  })
  return lists.filter(({ pages }) => pages.length > 0)
}

/** Reads a folder of fixtures. It fails with nothing: what is not as it should be is among the strays. */
export const read = (resources: ReadonlyArray<Resource>, folder: string): Fixtures => {
  if (!existsSync(folder)) {
    return { folder, lists: [], strays: [{ name: folder, why: "is not there" }], unknownWords: new Set() }
  }
  const strays: Strays = []
  const known = new Set([...resources.map(({ name }) => name), expectedFolder, unknownWordsFile])
  for (const name of readdirSync(folder).sort()) {
    if (!known.has(name)) strays.push({ name, why: "is named for no resource of the provider" })
  }
  const words = Result.getOrElse(parse(join(folder, unknownWordsFile)), () => [])
  if (!Schema.is(Words)(words)) strays.push({ name: unknownWordsFile, why: "is no JSON list of texts" })
  return {
    folder,
    lists: resources.flatMap((resource) => listsOf(resource, folder, strays)),
    strays,
    unknownWords: new Set(Schema.is(Words)(words) ? words : [])
  }
}

const nextToken = "conformance-page"

/**
 * The answers of a list as a server gives them. Of a list that pages by `Link` headers and was recorded without them,
 * each page but the last names the next one; a list that is read in parts is taken to have one page in each.
 */
export const answers = ({ pages, resource: { page } }: RecordedList): ReadonlyArray<RecordedPage> =>
  page.strategy !== "link" ||
  page.first.part !== undefined ||
  pages.some(({ headers }) => headers["link"] !== undefined)
    ? pages
    : pages.map((page, index) =>
        index === pages.length - 1
          ? page
          : {
              ...page,
              headers: {
                ...page.headers,
                link: `<https://vendor.invalid/?cursor=${nextToken}-${index + 2}>; rel="next"`
              }
            }
      )

/** The records of each page of a list, as far as its pages can be read. */
const recordsByPage = (
  list: RecordedList
): ReadonlyArray<{ readonly file: string; readonly items: ReadonlyArray<unknown> }> => {
  let request: Page.PageRequest | null = list.resource.page.first
  const read: Array<{ readonly file: string; readonly items: ReadonlyArray<unknown> }> = []
  for (const { body, file, headers } of answers(list)) {
    const page: Page.Read | Page.Unreadable = list.resource.page.read({
      body,
      headers,
      request: request ?? list.resource.page.first
    })
    if ("unreadable" in page) return read
    read.push({ file, items: page.items })
    request = page.next
  }
  return read
}

/** The records of a list, page by page, as far as its pages can be read. */
export const records = (list: RecordedList): ReadonlyArray<unknown> => recordsByPage(list).flatMap(({ items }) => items)

/** Every page as a recording: where its records stand, and what they were listed for. */
export const recordings = ({ lists }: Fixtures): ReadonlyArray<Recording> =>
  lists.flatMap((list) =>
    recordsByPage(list).map(({ file, items }) => ({
      file,
      resource: list.resource,
      records: items.map((raw) => ({ raw, parent: list.parent }))
    }))
  )
