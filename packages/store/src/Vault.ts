/**
 * Encrypts what must not lie in a database in clear, credentials and tokens, and signs what comes back from outside.
 */
import type * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Envelope from "./internal/Envelope.ts"
import * as KeyRing from "./KeyRing.ts"
import { KeyUnknown, SealBroken, VaultError } from "./VaultError.ts"

/** Signs and checks texts of one purpose. */
export interface Signer {
  /** The signature of a text, `bytes` long: 16 are enough for what is of use for a day. */
  readonly sign: (text: string, bytes: number) => Uint8Array
  /** Whether a signature of that text was made with a key of the ring, the current one or an older one. */
  readonly verify: (text: string, signature: Uint8Array) => boolean
}

/**
 * Encryption bound to a record: what was sealed for one cannot be opened for another.
 *
 * AES-256-GCM with envelope keys. The fingerprint of the key lies in the ciphertext, so keys can be changed while old
 * ciphertexts remain: they are opened with the key that they name and sealed with the current one when next written.
 */
export class Vault extends Context.Service<
  Vault,
  {
    /** Fingerprint of the key that seals. */
    readonly currentKey: string
    /** Encrypts a text for a record. */
    readonly seal: (record: string, text: Redacted.Redacted<string>) => Effect.Effect<Uint8Array>
    /**
     * Decrypts what was sealed for a record. Fails with `KeyUnknown` when its key is not in the ring, with `SealBroken`
     * when it was altered or sealed for another record.
     */
    readonly open: (record: string, sealed: Uint8Array) => Effect.Effect<Redacted.Redacted<string>, VaultError>
    /** The same under the current key, or as it is when that sealed it. Fails as `open` does. */
    readonly renew: (record: string, sealed: Uint8Array) => Effect.Effect<Uint8Array, VaultError>
    /** A signer for one purpose; what another one signed does not fit. */
    readonly signer: (purpose: string) => Signer
  }
>()("@crosswalk/store/Vault") {
  /** A vault with these keys. */
  static make(ring: KeyRing.KeyRing): typeof Vault.Service {
    const keyOf = (record: string, sealed: Uint8Array): Effect.Effect<Envelope.Key, VaultError> => {
      const needed = Envelope.keyId(sealed)
      if (needed === null) return Effect.fail(new VaultError({ reason: new SealBroken({ record }) }))
      const key = ring.keys.get(needed)
      return key === undefined
        ? Effect.fail(new VaultError({ reason: new KeyUnknown({ needed, known: [...ring.keys.keys()] }) }))
        : Effect.succeed(key)
    }
    const attempt = <A>(record: string, run: () => A): Effect.Effect<A, VaultError> =>
      Effect.try({ try: run, catch: () => new VaultError({ reason: new SealBroken({ record }) }) })

    return Vault.of({
      currentKey: ring.current.id,
      seal: (record, text) => Effect.sync(() => Envelope.seal(ring.current, record, Redacted.value(text))),
      open: (record, sealed) =>
        Effect.flatMap(keyOf(record, sealed), (key) =>
          attempt(record, () => Redacted.make(Envelope.open(key, record, sealed)))
        ),
      renew: (record, sealed) =>
        Effect.flatMap(keyOf(record, sealed), (key) =>
          key.id === ring.current.id
            ? Effect.succeed(sealed)
            : attempt(record, () => Envelope.rewrap(key, ring.current, record, sealed))
        ),
      signer: (purpose) => {
        const current = Envelope.signer(ring.current, purpose)
        const all = Array.from(ring.keys.values(), (key) => Envelope.signer(key, purpose))
        return {
          sign: (text, bytes) => current(text).subarray(0, bytes),
          verify: (text, signature) =>
            signature.length >= 16 &&
            all.some((sign) => Envelope.isSame(signature, sign(text).subarray(0, signature.length)))
        }
      }
    })
  }

  /** A vault with the keys of this process: see `KeyRing.load`. */
  static readonly layer = (options?: KeyRing.Options): Layer.Layer<Vault, VaultError | Config.ConfigError> =>
    Layer.effect(Vault, Effect.map(KeyRing.load(options), Vault.make))

  /** A vault with the given keys, each 32 bytes in hex, the current one first. */
  static readonly layerKeys = (
    keys: readonly [Redacted.Redacted<string>, ...ReadonlyArray<Redacted.Redacted<string>>]
  ): Layer.Layer<Vault, VaultError> =>
    Layer.effect(
      Vault,
      Effect.map(KeyRing.make(keys.map((key, index) => ({ source: `key ${index + 1}`, key }))), Vault.make)
    )
}
