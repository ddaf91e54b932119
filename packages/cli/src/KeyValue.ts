/**
 * `KEY=VALUE` on the command line. A value that is a secret can be kept off it: `KEY=@file` reads it from a file, and
 * `KEY=-` from standard input; a line break at its end does not count.
 */
import { Effect, FileSystem, Redacted, Stdio, Stream } from "effect"
import * as Failure from "./Failure.ts"

interface Pair {
  readonly key: string
  readonly value: string
}

/** Splits at the first `=`. No message repeats the text: what stands there may be a secret. */
const split = Effect.fnUntraced(function* (flag: string, text: string): Effect.fn.Return<Pair, Failure.Failure> {
  const at = text.indexOf("=")
  if (at < 1) return yield* Failure.make(`A value of --${flag} is not KEY=VALUE. Write it as in --${flag} name=value.`)
  const key = text.slice(0, at)
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) {
    return yield* Failure.make(`A key of --${flag} is no name. Write it as in --${flag} name=value.`)
  }
  return { key, value: text.slice(at + 1) }
})

const pairs = Effect.fnUntraced(function* (flag: string, texts: ReadonlyArray<string>) {
  const found = new Map<string, string>()
  for (const text of texts) {
    const { key, value } = yield* split(flag, text)
    if (found.has(key)) return yield* Failure.make(`--${flag} ${key}=… is given twice. Give it once.`)
    found.set(key, value)
  }
  return found
})

const withoutEnd = (text: string): string => text.replace(/\r?\n$/, "")

const readFile = (key: string, path: string) =>
  FileSystem.FileSystem.use((files) => files.readFileString(path)).pipe(
    Effect.mapError(() =>
      Failure.make(`The file ${path} for ${key} cannot be read. Check that it exists and that you may read it.`)
    )
  )

const readInput = (key: string) =>
  Stdio.Stdio.use((stdio) => stdio.stdin.pipe(Stream.decodeText(), Stream.mkString)).pipe(
    Effect.mapError(() => Failure.make(`Standard input, from which ${key} was to be read, cannot be read.`))
  )

/** Plain settings. Fails when one is no `KEY=VALUE` or stands there twice. */
export const settings = Effect.fnUntraced(function* (flag: string, texts: ReadonlyArray<string>) {
  return Object.fromEntries(yield* pairs(flag, texts))
})

/** Secrets. Fails when one is no `KEY=VALUE`, is empty, stands there twice or cannot be read. */
export const secrets = Effect.fnUntraced(function* (flag: string, texts: ReadonlyArray<string>) {
  const found: Record<string, Redacted.Redacted<string>> = {}
  let isInputRead = false
  for (const [key, given] of yield* pairs(flag, texts)) {
    let value = given
    if (given === "-") {
      if (isInputRead) return yield* Failure.make(`Only one value of --${flag} can be read from standard input.`)
      isInputRead = true
      value = withoutEnd(yield* readInput(key))
    } else if (given.startsWith("@")) {
      value = withoutEnd(yield* readFile(key, given.slice(1)))
    }
    if (value === "") return yield* Failure.make(`The value of ${key} is empty. Give it as --${flag} ${key}=VALUE.`)
    found[key] = Redacted.make(value)
  }
  return found
})
