/**
 * What can go wrong with encrypted credentials. No message holds a key or a secret.
 */
import * as Schema from "effect/Schema"

/** No encryption key is configured. */
export class KeyMissing extends Schema.TaggedError<KeyMissing>("@crosswalk/store/KeyMissing")("KeyMissing", {}) {
  override get message(): string {
    return "There is no key to encrypt credentials with."
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Set CROSSWALK_ENCRYPTION_KEY to 32 random bytes in hex (openssl rand -hex 32), or CROSSWALK_ENCRYPTION_KEY_FILE to a file with one such key a line."
  }
}

/** A configured key is not 32 bytes in hex. */
export class KeyInvalid extends Schema.TaggedError<KeyInvalid>("@crosswalk/store/KeyInvalid")("KeyInvalid", {
  /** Where the key was read from: the name of a variable, or a file and its line. */
  source: Schema.String
}) {
  override get message(): string {
    return `The encryption key in ${this.source} is not 32 bytes in hex (64 of the characters 0-9 and a-f).`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Correct the key; openssl rand -hex 32 prints a new one."
  }
}

/** The key file cannot be read, or not be created. */
export class KeyFileFailed extends Schema.TaggedError<KeyFileFailed>("@crosswalk/store/KeyFileFailed")(
  "KeyFileFailed",
  { file: Schema.String, cause: Schema.Defect() }
) {
  override get message(): string {
    return `The key file ${this.file} cannot be read or created.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Check that the file exists, and that this user may read it and write its folder."
  }
}

/** Something was encrypted with a key that is not in the key ring. */
export class KeyUnknown extends Schema.TaggedError<KeyUnknown>("@crosswalk/store/KeyUnknown")("KeyUnknown", {
  /** Fingerprint of the key that is needed. */
  needed: Schema.String,
  /** Fingerprints of the keys in the ring. */
  known: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return `Stored credentials were encrypted with the key ${this.needed}; the keys at hand are ${this.known.join(", ")}.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Use the key of this database again (beside new ones, as a further line of the key file), or give the connector its credentials anew."
  }
}

/** Encrypted data does not belong where it lies, or was altered. */
export class SealBroken extends Schema.TaggedError<SealBroken>("@crosswalk/store/SealBroken")("SealBroken", {
  /** The record that the data was read for. */
  record: Schema.String
}) {
  override get message(): string {
    return `The stored credentials of ${this.record} were altered or do not belong to it.`
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return "Give the connector its credentials anew, and find out who can write the database."
  }
}

/** Credentials cannot be encrypted or decrypted, for a reason that a person can remove. */
export class VaultError extends Schema.TaggedError<VaultError>("@crosswalk/store/VaultError")("VaultError", {
  reason: Schema.Union([KeyMissing, KeyInvalid, KeyFileFailed, KeyUnknown, SealBroken])
}) {
  override get message(): string {
    return this.reason.message
  }
  /** What to do, as a sentence. */
  get remedy(): string {
    return this.reason.remedy
  }
}
