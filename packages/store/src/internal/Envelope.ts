/**
 * Authenticated encryption with envelope keys: AES-256-GCM.
 *
 * Each text is encrypted with a key of its own, which is encrypted with a key of the ring and lies in front. Changing the
 * ring's key then touches 60 bytes of each, and no key encrypts much. Layout, lengths in bytes:
 *
 *     1  version (1)
 *     16 id of the ring's key, ASCII
 *     12 + 32 + 16  nonce, the text's key, tag
 *     12 + n + 16   nonce, the text, tag
 *
 * The version, the key's id and the record's id are associated data of the first part, the record's id of the second.
 */
import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual
} from "node:crypto"

/** A key of the ring. */
export interface Key {
  /** Fingerprint: 16 hex characters. */
  readonly id: string
  readonly secret: KeyObject
}

const algorithm = "aes-256-gcm"
const version = 1
const idLength = 16
const nonceLength = 12
const keyLength = 32
const tagLength = 16
const headLength = 1 + idLength
const wrappedLength = nonceLength + keyLength + tagLength

/** A key from its 32 bytes. */
export const key = (bytes: Uint8Array): Key => ({
  id: hash("sha256", Buffer.concat([Buffer.from("crosswalk key id\n"), bytes]), "hex").slice(0, idLength),
  secret: createSecretKey(bytes)
})

const encrypt = (secret: KeyObject, text: Uint8Array, associated: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, secret, nonce, { authTagLength: tagLength }).setAAD(associated)
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

const decrypt = (secret: KeyObject, sealed: Uint8Array, associated: Uint8Array): Buffer => {
  const end = sealed.length - tagLength
  const decipher = createDecipheriv(algorithm, secret, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(associated)
    .setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength, end)), decipher.final()])
}

const head = (key: Key): Buffer => Buffer.concat([Buffer.of(version), Buffer.from(key.id, "ascii")])

/** Encrypts a text for a record. */
export const seal = (key: Key, record: string, text: string): Uint8Array => {
  const own = randomBytes(keyLength)
  const start = head(key)
  return Buffer.concat([
    start,
    encrypt(key.secret, own, Buffer.concat([start, Buffer.from(record)])),
    encrypt(createSecretKey(own), Buffer.from(text), Buffer.from(record))
  ])
}

/** The id of the ring's key that is needed; null when the bytes are no sealed text. */
export const keyId = (sealed: Uint8Array): string | null =>
  sealed[0] === version && sealed.length >= headLength + wrappedLength + nonceLength + tagLength
    ? Buffer.from(sealed.subarray(1, headLength)).toString("ascii")
    : null

const unwrap = (key: Key, record: string, sealed: Uint8Array): Buffer =>
  decrypt(
    key.secret,
    sealed.subarray(headLength, headLength + wrappedLength),
    Buffer.concat([sealed.subarray(0, headLength), Buffer.from(record)])
  )

/** Decrypts; throws when the bytes were altered or belong to another record. */
export const open = (key: Key, record: string, sealed: Uint8Array): string =>
  decrypt(
    createSecretKey(unwrap(key, record, sealed)),
    sealed.subarray(headLength + wrappedLength),
    Buffer.from(record)
  ).toString("utf8")

/** The same text under another key of the ring; throws as {@link open} does. */
export const rewrap = (from: Key, to: Key, record: string, sealed: Uint8Array): Uint8Array => {
  const start = head(to)
  return Buffer.concat([
    start,
    encrypt(to.secret, unwrap(from, record, sealed), Buffer.concat([start, Buffer.from(record)])),
    sealed.subarray(headLength + wrappedLength)
  ])
}

/** Signs texts of one purpose, with a key that is derived for it alone: what was signed for another does not fit. */
export const signer = (key: Key, purpose: string): ((text: string) => Buffer) => {
  const own = createSecretKey(Buffer.from(hkdfSync("sha256", key.secret, "", `crosswalk signs ${purpose}`, keyLength)))
  return (text) => createHmac("sha256", own).update(text).digest()
}

/** Whether a signature is the expected one, in a time that does not tell how much of it is right. */
export const isSame = (signature: Uint8Array, expected: Uint8Array): boolean =>
  signature.length === expected.length && timingSafeEqual(signature, expected)
