/**
 * Texts set aside in a temporary file under keys, and read back key by key: what is too much for memory and not worth
 * a database.
 */
import { Effect } from "effect"
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

interface Place {
  readonly at: number
  readonly length: number
}

/** Texts by key, in order of the keys' first appearance. */
export interface Spill {
  readonly add: (key: string, text: string) => void
  readonly keys: () => Iterable<string>
  readonly get: (key: string) => ReadonlyArray<string>
}

const buffered = 1 << 20

/** Bytes read at once: many entries where keys are read in order, and not much in vain where they are not. */
const blockSize = 1 << 16

/** A spill whose file is gone when the scope ends. Dies when the temporary folder cannot be written to. */
export const make = Effect.map(
  Effect.acquireRelease(
    Effect.sync(() => {
      const folder = mkdtempSync(join(tmpdir(), "crosswalk-"))
      return { folder, file: openSync(join(folder, "spill"), "w+") }
    }),
    ({ file, folder }) =>
      Effect.sync(() => {
        closeSync(file)
        rmSync(folder, { recursive: true, force: true })
      })
  ),
  ({ file }): Spill => {
    const places = new Map<string, Array<Place>>()
    let pending: Array<Buffer> = []
    let pendingLength = 0
    let written = 0
    const flush = (): void => {
      if (pendingLength === 0) return
      const bytes = Buffer.concat(pending, pendingLength)
      for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from, bytes.length - from, written + from)
      written += pendingLength
      pending = []
      pendingLength = 0
    }
    // Keys are mostly read in the order in which they were added: one block of the file serves many of them.
    let block = Buffer.alloc(0)
    let blockAt = 0
    const read = ({ at, length }: Place): string => {
      if (at < blockAt || at + length > blockAt + block.length) {
        blockAt = at
        block = Buffer.allocUnsafe(Math.max(blockSize, length))
        block = block.subarray(0, readSync(file, block, 0, block.length, at))
      }
      return block.toString("utf8", at - blockAt, at - blockAt + length)
    }
    return {
      add: (key, text) => {
        const bytes = Buffer.from(text)
        const place = { at: written + pendingLength, length: bytes.length }
        const known = places.get(key)
        if (known === undefined) places.set(key, [place])
        else known.push(place)
        pending.push(bytes)
        pendingLength += bytes.length
        if (pendingLength >= buffered) flush()
      },
      keys: () => places.keys(),
      get: (key) => {
        flush()
        return (places.get(key) ?? []).map(read)
      }
    }
  }
)
