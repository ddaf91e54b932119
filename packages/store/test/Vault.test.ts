import { assert, describe, it } from "@effect/vitest"
import { Connectors } from "@crosswalk/store/Connectors"
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { KeyFileFailed, KeyInvalid, KeyMissing, KeyUnknown, SealBroken, VaultError } from "@crosswalk/store/VaultError"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { SqlClient } from "effect/sql/SqlClient"
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { inspect } from "node:util"
import { folder } from "./folder.ts"
import { connector } from "./sample.ts"

const keyA = "0a".repeat(32)
const keyB = "0b".repeat(32)
const secret = Redacted.make("a secret key")
const ring = (...[first, ...rest]: [string, ...Array<string>]) =>
  Vault.layerKeys([Redacted.make(first), ...rest.map((key) => Redacted.make(key))])
const using = <A, E>(layer: Layer.Layer<Vault, E>, effect: Effect.Effect<A, VaultError, Vault>) =>
  Effect.provide(effect, Layer.fresh(layer))

const seal = (record: string) => Effect.flatMap(Vault, (vault) => vault.seal(record, secret))
const open = (record: string, sealed: Uint8Array) => Effect.flatMap(Vault, (vault) => vault.open(record, sealed))
const reason = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), (error) => (error instanceof VaultError ? error.reason : error))

const configured = (env: Record<string, string>, options?: Parameters<typeof Vault.layer>[0]) =>
  Vault.layer(options).pipe(Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(env))))

it.effect("opens for the record that it sealed for, and for no other", () =>
  Effect.gen(function* () {
    const one = yield* using(ring(keyA), seal("c1"))
    const two = yield* using(ring(keyA), seal("c1"))
    assert.notDeepEqual(one, two)
    assert.strictEqual(Redacted.value(yield* using(ring(keyA), open("c1", one))), "a secret key")
    assert.instanceOf(yield* reason(using(ring(keyA), open("c2", one))), SealBroken)
    assert.isFalse(Buffer.from(one).includes("secret"))
  })
)

it.effect("notices a change of any byte", () =>
  Effect.gen(function* () {
    const sealed = yield* using(ring(keyA), seal("c1"))
    for (let index = 0; index < sealed.length; index++) {
      const altered = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte))
      const found = yield* reason(using(ring(keyA), open("c1", altered)))
      assert.isTrue(found instanceof SealBroken || found instanceof KeyUnknown, `byte ${index}`)
    }
    for (const length of [0, 1, 17, 77, sealed.length - 1]) {
      assert.instanceOf(yield* reason(using(ring(keyA), open("c1", sealed.subarray(0, length)))), SealBroken)
    }
  })
)

it.effect("opens with an older key of the ring, and renews to the current one", () =>
  Effect.gen(function* () {
    const old = yield* using(ring(keyA), seal("c1"))
    assert.strictEqual(Redacted.value(yield* using(ring(keyB, keyA), open("c1", old))), "a secret key")
    const renewed = yield* using(
      ring(keyB, keyA),
      Effect.flatMap(Vault, (vault) => vault.renew("c1", old))
    )
    assert.strictEqual(Redacted.value(yield* using(ring(keyB), open("c1", renewed))), "a secret key")
    const unknown = yield* reason(using(ring(keyB), open("c1", old)))
    assert.instanceOf(unknown, KeyUnknown)
    assert.notInclude(JSON.stringify(unknown), keyA)
  })
)

it.effect("takes its keys from the environment, else from the file", () =>
  Effect.gen(function* () {
    const path = yield* folder
    const file = join(path, "keys")
    writeFileSync(file, `# current\n${keyB}\n\n${keyA}\n`)
    const current = Effect.map(Vault, (vault) => vault.currentKey)
    const a = yield* using(ring(keyA), current)
    const b = yield* using(ring(keyB), current)
    assert.strictEqual(yield* using(configured({ CROSSWALK_ENCRYPTION_KEY: keyA }), current), a)
    assert.strictEqual(yield* using(configured({ CROSSWALK_ENCRYPTION_KEY_FILE: file }), current), b)
    assert.strictEqual(yield* using(configured({}, { file }), current), b)
    const sealed = yield* using(ring(keyB), seal("c1"))
    const both = configured({ CROSSWALK_ENCRYPTION_KEY: keyA, CROSSWALK_ENCRYPTION_KEY_FILE: file })
    assert.strictEqual(yield* using(both, current), a)
    assert.strictEqual(Redacted.value(yield* using(both, open("c1", sealed))), "a secret key")
  })
)

it.effect("refuses to go without a key, and to take a wrong one", () =>
  Effect.gen(function* () {
    const file = join(yield* folder, "keys")
    assert.instanceOf(yield* reason(using(configured({}), seal("c1"))), KeyMissing)
    assert.instanceOf(yield* reason(using(configured({}, { file }), seal("c1"))), KeyMissing)
    const short = yield* reason(using(configured({ CROSSWALK_ENCRYPTION_KEY: "abc" }), seal("c1")))
    assert.deepStrictEqual(short, new KeyInvalid({ source: "CROSSWALK_ENCRYPTION_KEY" }))
    writeFileSync(file, `${keyA}\nnonsense`)
    const second = yield* reason(using(configured({}, { file }), seal("c1")))
    assert.deepStrictEqual(second, new KeyInvalid({ source: `${file}, line 2` }))
    const absent = { CROSSWALK_ENCRYPTION_KEY_FILE: `${file}.absent` }
    assert.instanceOf(yield* reason(using(configured(absent, { createIfMissing: true }), seal("c1"))), KeyFileFailed)
    assert.isFalse(existsSync(`${file}.absent`))
  })
)

it.effect("makes a key file for an embedded database once, for this user only", () =>
  Effect.gen(function* () {
    const path = yield* folder
    const file = join(path, "new", "encryption.key")
    const embedded = configured({}, { file, createIfMissing: true })
    const sealed = yield* using(embedded, seal("c1"))
    assert.strictEqual(statSync(file).mode & 0o777, 0o600)
    assert.deepStrictEqual(readdirSync(join(path, "new")), ["encryption.key"])
    assert.strictEqual(Redacted.value(yield* using(embedded, open("c1", sealed))), "a secret key")
    const key = { CROSSWALK_ENCRYPTION_KEY: keyA }
    yield* using(configured(key, { file: join(path, "other.key"), createIfMissing: true }), seal("c1"))
    assert.isFalse(existsSync(join(path, "other.key")))
  })
)

it.effect("nothing of a secret is in the database files, in a log or in an error", () =>
  Effect.gen(function* () {
    const path = yield* folder
    const filename = join(path, "crosswalk.db")
    const database = (vault: Layer.Layer<Vault, VaultError>) =>
      Layer.fresh(
        Store.layer.pipe(Layer.provideMerge(SqliteClient.layer({ filename })), Layer.provideMerge(Layer.fresh(vault)))
      )
    const id = yield* Effect.gen(function* () {
      const id = yield* connector
      const connectors = yield* Connectors
      const credentials = yield* connectors.credentials(id)
      assert.strictEqual(Redacted.value(credentials["api_key"] ?? Redacted.make("")), "a secret key")
      assert.notInclude(inspect(credentials), "secret")
      assert.notInclude(inspect(yield* Vault, { depth: 9, showHidden: true }), keyA)
      for (const name of readdirSync(path)) {
        assert.isFalse(readFileSync(join(path, name)).includes("secret"), name)
        assert.isFalse(readFileSync(join(path, name)).includes('"api_key"'), name)
      }
      return id
    }).pipe(Effect.provide(database(ring(keyA))))

    const wrong = yield* Effect.flatMap(Connectors, (connectors) => Effect.flip(connectors.credentials(id))).pipe(
      Effect.provide(database(ring(keyB)))
    )
    assert.strictEqual(wrong._tag, "VaultError")
    if (wrong._tag === "VaultError") assert.match(wrong.remedy, /key/)

    yield* Effect.gen(function* () {
      const connectors = yield* Connectors
      assert.strictEqual(yield* connectors.renewCredentials, 1)
      assert.strictEqual(yield* connectors.renewCredentials, 0)
    }).pipe(Effect.provide(database(ring(keyB, keyA))))

    yield* Effect.gen(function* () {
      const connectors = yield* Connectors
      const sql = yield* SqlClient
      const credentials = yield* connectors.credentials(id)
      assert.strictEqual(Redacted.value(credentials["api_key"] ?? Redacted.make("")), "a secret key")
      const other = yield* connectors.create({ id: "stolen", provider: "lever", category: "ats", credentials: {} })
      yield* sql`UPDATE connectors SET credentials = (SELECT credentials FROM connectors WHERE id = ${id})
        WHERE id = ${other.id}`
      assert.instanceOf(yield* reason(connectors.credentials(other.id)), SealBroken)
    }).pipe(Effect.provide(database(ring(keyB))))
  })
)

describe("a vault's signatures", () => {
  const keys = [Redacted.make("01".repeat(32)), Redacted.make("02".repeat(32))] as const
  const vaultOf = (...ring: Parameters<typeof Vault.layerKeys>[0]) => Effect.provide(Vault, Vault.layerKeys(ring))

  it.effect("hold for their text and purpose alone, and after a change of keys", () =>
    Effect.gen(function* () {
      const before = (yield* vaultOf(keys[0])).signer("cursors")
      const signature = before.sign("a", 16)
      assert.isTrue(before.verify("a", signature))
      assert.isFalse(before.verify("b", signature))
      assert.isFalse(before.verify("a", signature.subarray(0, 8)))
      assert.isFalse(before.verify("a", new Uint8Array()))
      assert.isFalse((yield* vaultOf(keys[0])).signer("links").verify("a", signature))
      assert.isTrue((yield* vaultOf(keys[1], keys[0])).signer("cursors").verify("a", signature))
      assert.isFalse((yield* vaultOf(keys[1])).signer("cursors").verify("a", signature))
    })
  )
})
