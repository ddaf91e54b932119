/**
 * This company's task manager and training platform, as one file: a line of JSON for each entry. In a real application
 * these are two vendors, each of which takes a key by which it knows what it has already.
 */
import { appendFile, readFile } from "node:fs/promises"
import type { Entry } from "./Plan.ts"

/** Takes entries. */
export interface Board {
  /** Adds those that are not there yet, and answers them. */
  readonly add: (entries: ReadonlyArray<Entry>) => Promise<ReadonlyArray<Entry>>
}

const keyOf = (line: string): string => {
  const { key }: { readonly key: string } = JSON.parse(line)
  return key
}

/** The board in a file, which is made when missing. */
export const open = async (file: string): Promise<Board> => {
  const text = await readFile(file, { encoding: "utf8", flag: "a+" })
  const keys = new Set(text.split("\n").flatMap((line) => (line === "" ? [] : [keyOf(line)])))
  return {
    add: async (entries) => {
      const added = entries.filter(({ key }) => !keys.has(key))
      await appendFile(file, added.map((entry) => `${JSON.stringify(entry)}\n`).join(""))
      for (const { key } of added) keys.add(key)
      return added
    }
  }
}
