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

/** Pages one after the other, over and over. */
const turning = <P>(pages: ReadonlyArray<P>) => {
  let at = 0
  return (): P | undefined => pages[at++ % pages.length]
}

/** Parsed records to mapped ones. */
export const map = (pages: ReadonlyArray<ReadonlyArray<unknown>>, read: Read): Line<Made> => {
  const turn = turning(pages)
  const identify = Id.forConnector(connector)
  let made: ReadonlyArray<Made> = []
  return {
    made: () => made,
    next: () => {
      const page = turn() ?? []
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
  const identify = Id.forConnector(connector)
  const decoder = new TextDecoder()
  let made: ReadonlyArray<Row> = []
  // A page and what was mapped of it are held until the next one, as in a sync: V8 forgets a shape of objects, and what
  // it compiled for it, when a collection finds none of them alive.
  const held: { body?: unknown; mapped?: unknown } = {}
  const keep = (mapped: ReadonlyArray<Made>) => {
    const rows: Array<Row> = []
    for (const { model, record } of mapped) {
      const id = identify(model, String(record.remote_id))
      const text = `{"id":"${id}",${JSON.stringify(record).slice(1)}`
      rows.push({ id, text, hash: hash("sha256", text, "base64url") })
    }
    held.mapped = mapped
    made = rows
  }
  return {
    made: () => made,
    next: () => {
      const body: { readonly [items]: ReadonlyArray<unknown> } = JSON.parse(decoder.decode(turn()))
      held.body = body
      const mapped = read(body[items], identify)
      return mapped instanceof Promise ? mapped.then(keep) : keep(mapped)
    }
  }
}
