/**
 * The keys that encrypt credentials: one that is used for writing, and older ones that still decrypt.
 */
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { randomBytes } from "node:crypto"
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import * as Envelope from "./internal/Envelope.ts"
import { KeyFileFailed, KeyInvalid, KeyMissing, VaultError } from "./VaultError.ts"

/** The current key and, by fingerprint, all keys. */
export interface KeyRing {
  readonly current: Envelope.Key
  readonly keys: ReadonlyMap<string, Envelope.Key>
}

const hex = /^[0-9a-f]{64}$/i

const parse = (source: string, text: string): Effect.Effect<Envelope.Key, VaultError> =>
  hex.test(text)
    ? Effect.succeed(Envelope.key(Buffer.from(text, "hex")))
    : Effect.fail(new VaultError({ reason: new KeyInvalid({ source }) }))

/** A ring of keys, each 32 bytes in hex, the current one first. */
export const make = Effect.fnUntraced(function* (
  keys: ReadonlyArray<{ readonly source: string; readonly key: Redacted.Redacted<string> }>
): Effect.fn.Return<KeyRing, VaultError> {
  const parsed = yield* Effect.forEach(keys, ({ source, key }) => parse(source, Redacted.value(key).trim()))
  const current = parsed[0]
  if (current === undefined) return yield* new VaultError({ reason: new KeyMissing({}) })
  return { current, keys: new Map(parsed.map((key) => [key.id, key])) }
})

const attempt = <A>(file: string, run: () => A): Effect.Effect<A, VaultError> =>
  Effect.try({ try: run, catch: (cause) => new VaultError({ reason: new KeyFileFailed({ file, cause }) }) })

/** The keys of a file: one a line, the current one first; empty lines and lines that begin with # do not count. */
const readFile = (file: string) =>
  Effect.map(
    attempt(file, () => readFileSync(file, "utf8")),
    (text) =>
      text
        .split("\n")
        .map((line, index) => ({ source: `${file}, line ${index + 1}`, key: Redacted.make(line.trim()) }))
        .filter(({ key }) => Redacted.value(key) !== "" && !Redacted.value(key).startsWith("#"))
  )

/** Written aside and linked: the file is there whole or not at all, and one that another process made is kept. */
const createFile = (file: string): Effect.Effect<void, VaultError> =>
  Effect.acquireUseRelease(
    attempt(file, () => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      const draft = `${file}.${randomBytes(6).toString("hex")}`
      writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true })
      return draft
    }),
    (draft) =>
      Effect.catch(
        attempt(file, () => linkSync(draft, file)),
        (error) => (existsSync(file) ? Effect.void : Effect.fail(error))
      ),
    (draft) => Effect.sync(() => unlinkSync(draft))
  )

/** Where a key file lies when none is configured. */
export interface Options {
  /** Path of the key file to use when `CROSSWALK_ENCRYPTION_KEY_FILE` is not set. Default none. */
  readonly file?: string | undefined
  /**
   * Makes that file, with a new key and readable by this user only, when no key is configured and it does not exist:
   * for a database in a folder of its own. Default false.
   */
  readonly createIfMissing?: boolean | undefined
}

const configured = Config.all({
  key: Config.option(Config.Redacted("CROSSWALK_ENCRYPTION_KEY")),
  file: Config.option(Config.String("CROSSWALK_ENCRYPTION_KEY_FILE"))
})

/**
 * The ring of this process: the key in `CROSSWALK_ENCRYPTION_KEY` first, then those of the key file. Fails with
 * `KeyMissing` when there is neither, `KeyInvalid` when a key is not 32 bytes in hex, and `KeyFileFailed`.
 */
export const load = Effect.fnUntraced(function* (
  options: Options = {}
): Effect.fn.Return<KeyRing, VaultError | Config.ConfigError> {
  const { key, file: named } = yield* configured
  const file = Option.getOrUndefined(named) ?? options.file
  const fromVariable = Option.toArray(Option.map(key, (key) => ({ source: "CROSSWALK_ENCRYPTION_KEY", key })))
  if (file === undefined) return yield* make(fromVariable)
  if (!existsSync(file)) {
    if (Option.isSome(named)) return yield* make([...fromVariable, ...(yield* readFile(file))])
    if (fromVariable.length > 0 || options.createIfMissing !== true) return yield* make(fromVariable)
    yield* createFile(file)
  }
  return yield* make([...fromVariable, ...(yield* readFile(file))])
})
