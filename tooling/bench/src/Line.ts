/**
 * The line that a page's records go through, around whoever checks and maps them. Every contender gets a copy of this
 * module of its own: V8 learns what a function is called with, and contenders that share one slow each other down.
 */
import * as Id from "@crosswalk/core/Id"
import { hash } from "node:crypto"

/** A record as mapped: references hold unified ids, its own id is not in it. */
export interface Made {
  /** The model whose identity its id has. */
  readonly model: string
  readonly record: { readonly remote_id?: unknown }
}

/** Checks and maps the records of a page. */
export type Read = (
  items: ReadonlyArray<unknown>,
  identify: Id.Identify
) => ReadonlyArray<Made> | Promise<ReadonlyArray<Made>>

/** What would be stored of a record. */
export interface Row {
  readonly id: string
  readonly text: string
  readonly hash: string
}

/** Takes the next of some pages; what it gives is kept until the next one, as a transaction would. */
export interface Line<out A> {
  readonly next: () => void | Promise<void>
  /** What became of the page taken last. */
  readonly made: () => ReadonlyArray<A>
}

/** The vendor's answer holds its records under this key. */
export const items = "data"

const connector = "b1f4c0de-0000-4000-8000-000000000001"

/** Pages one after the other, over and over. Each time round is one sync: what the last one remembered of ids is gone. */
const turning = <P>(pages: ReadonlyArray<P>) => {
  let at = pages.length
  let identify = Id.forConnector(connector)
  return (): readonly [page: P | undefined, identify: Id.Identify] => {
    if (at >= pages.length) {
      at = 0
      identify = Id.forConnector(connector)
    }
    return [pages[at++], identify]
  }
}

/** Parsed records to mapped ones. */
export const map = (pages: ReadonlyArray<ReadonlyArray<unknown>>, read: Read): Line<Made> => {
  const turn = turning(pages)
  let made: ReadonlyArray<Made> = []
  return {
    made: () => made,
    next: () => {
      const [page = [], identify] = turn()
      const keep = (mapped: ReadonlyArray<Made>) => {
        made = mapped
      }
      const mapped = read(page, identify)
      return mapped instanceof Promise ? mapped.then(keep) : keep(mapped)
    }
  }
}

/** Bytes of an answer to rows: parsed, checked, mapped, written as text and hashed. */
export const ingest = (pages: ReadonlyArray<Uint8Array>, read: Read): Line<Row> => {
  const turn = turning(pages)
  const decoder = new TextDecoder()
  let made: ReadonlyArray<Row> = []
  const rows = (mapped: ReadonlyArray<Made>, identify: Id.Identify) => {
    const rows: Array<Row> = []
    for (const { model, record } of mapped) {
      const id = identify(model, String(record.remote_id))
      const text = `{"id":"${id}",${JSON.stringify(record).slice(1)}`
      rows.push({ id, text, hash: hash("sha256", text, "base64url") })
    }
    made = rows
  }
  return {
    made: () => made,
    next: () => {
      const [bytes, identify] = turn()
      const body: { readonly [items]: ReadonlyArray<unknown> } = JSON.parse(decoder.decode(bytes))
      const mapped = read(body[items], identify)
      return mapped instanceof Promise ? mapped.then((mapped) => rows(mapped, identify)) : rows(mapped, identify)
    }
  }
}
