/** By what people are reached: e-mail addresses, telephones, web pages. */
import type { Email, LabelledEmail, LabelledPhone, Link, Phone } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Word from "../Word.ts"
import * as Optional from "./Optional.ts"

const mailWords = ["WORK", "HOME", "OTHER"] as const
const phoneWords = ["WORK", "HOME", "OTHER", "FAX", "MOBILE"] as const

/** An e-mail address. */
export const EmailAddress = Schema.Struct({
  email: Schema.String.annotate({ description: "The address." }),
  type: Optional.word(mailWords, "What the address is for.")
}).annotate({ identifier: "EmailAddress" })

/** A telephone number. */
export const Telephone = Schema.Struct({
  telephone: Schema.String.annotate({ description: "The number as the vendor writes it." }),
  type: Optional.word(phoneWords, "What the number is for.")
}).annotate({ identifier: "Telephone" })

const mail = { WORK: "WORK", PERSONAL: "HOME", OTHER: "OTHER" } as const
const telephone = { WORK: "WORK", HOME: "HOME", MOBILE: "MOBILE", FAX: "FAX", OTHER: "OTHER" } as const

const plain: Readonly<Record<string, string>> = { work: "WORK", home: "HOME", personal: "HOME", other: "OTHER" }
const ofPhones: Readonly<Record<string, string>> = { ...plain, mobile: "MOBILE", fax: "FAX" }

const kindIn =
  (words: Readonly<Record<string, string>>) =>
  (word: string | null): string | null =>
    word === null ? null : (words[word.toLowerCase()] ?? word)

/** Their word for a vendor's own for an e-mail address, which stands where it is not known. */
export const kind = kindIn(plain)

const kindOfPhone = kindIn(ofPhones)

type List<A> = ReadonlyArray<A> | null

/** Addresses whose kinds are the vendor's words. */
export const emails = (list: List<typeof Email.Type>) =>
  list?.map(({ type, value }) => ({ email: value, type: kind(type) })) ?? null

/** Addresses whose kinds are ours. */
export const labelledEmails = (list: List<typeof LabelledEmail.Type>) =>
  list?.map(({ type, value }) => ({ email: value, type: Word.open(mail, type) })) ?? null

/** Numbers whose kinds are the vendor's words. */
export const telephones = (list: List<typeof Phone.Type>) =>
  list?.map(({ type, value }) => ({ telephone: value, type: kindOfPhone(type) })) ?? null

/** A number whose kind is ours. */
export const labelledTelephone = (phone: typeof LabelledPhone.Type | null) =>
  phone === null ? null : { telephone: phone.value, type: Word.open(telephone, phone.type) }

/** Numbers whose kinds are ours. */
export const labelledTelephones = (list: List<typeof LabelledPhone.Type>) => list?.map(labelledTelephone) ?? null

/** Addresses of web pages. */
export const links = (list: List<typeof Link.Type>) => list?.map(({ value }) => value) ?? null
