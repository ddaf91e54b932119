/** Structures that several models share. Each is plain JSON; every key exists always. */
import { Schema } from "effect"
import * as Field from "./Field.ts"
import * as Vocabulary from "./Vocabulary.ts"
import * as Words from "./Words.ts"

/** Text inside a structure, `null` when unknown. */
export const text = Schema.NullOr(Schema.String)

/** A number inside a structure, `null` when unknown. */
export const number = Schema.NullOr(Schema.Finite)

/** True, false, or `null` when unknown, inside a structure. */
export const boolean = Schema.NullOr(Schema.Boolean)

/** A date inside a structure, `null` when unknown. */
export const date = Schema.NullOr(Field.DateText)

/** An instant inside a structure, `null` when unknown. */
export const instant = Schema.NullOr(Field.InstantText)

/** Money inside a structure, `null` when unknown. */
export const money = Schema.NullOr(Field.Money)

/** One of our words beside the vendor's inside a structure, `null` when the vendor gives none. */
export const word = <const W extends ReadonlyArray<string>>(words: W) => Schema.NullOr(Vocabulary.Word(words))

/** An e-mail address; `type` is the vendor's word for it. */
export const Email = Schema.Struct({ value: Schema.String, type: text })

/** A telephone number as the vendor writes it; `type` is the vendor's word for it. */
export const Phone = Schema.Struct({ value: Schema.String, type: text })

/** An e-mail address of somebody whose work and private addresses must be told apart. */
export const LabelledEmail = Schema.Struct({ value: Schema.String, type: word(["WORK", "PERSONAL", "OTHER"]) })

/** A telephone number of somebody whose work, home and mobile numbers must be told apart. */
export const LabelledPhone = Schema.Struct({
  value: Schema.String,
  type: word(["WORK", "HOME", "MOBILE", "FAX", "OTHER"])
})

/** A web address; `type` is the vendor's word for it. */
export const Link = Schema.Struct({ value: Schema.String, type: text })

/** A postal address, as far as its parts are known; `raw` is the text where the vendor gives only text. */
export const Address = Schema.Struct({
  street_1: text,
  street_2: text,
  city: text,
  state: text,
  zip_code: text,
  /** ISO 3166 two-letter code where the vendor gives one, else its text. */
  country: text,
  raw: text
})

/** One of {@link Address}'s values that is known only as text. */
export const addressText = (raw: string): typeof Address.Type => ({
  street_1: null,
  street_2: null,
  city: null,
  state: null,
  zip_code: null,
  country: null,
  raw
})

/** A position held; dates as precise as the vendor gives them (`2021`, `2021-04` or `2021-04-30`). */
export const Experience = Schema.Struct({
  title: text,
  company: text,
  location: text,
  summary: text,
  started_on: text,
  ended_on: text
})

/** A school attended; dates as in {@link Experience}. */
export const Education = Schema.Struct({
  institution: text,
  degree: text,
  field: text,
  summary: text,
  started_on: text,
  ended_on: text
})

/** A vendor's object that is no model of its own. */
export const Entity = Schema.Struct({ remote_id: text, name: text })

/** {@link Entity} with the vendor's word for its kind. */
export const TypedEntity = Schema.Struct({ remote_id: text, name: text, type: text })

/** A role that a user has: in the whole system, or only on single jobs. */
export const Role = Schema.Struct({
  remote_id: text,
  role: word(Words.roles),
  scope: Schema.NullOr(Schema.Literals(["SYSTEM", "JOB"]))
})

/** Pay of one kind: `pay` is earned once in each `period` and paid out at each `frequency`. */
export const Compensation = Schema.Struct({
  remote_id: text,
  type: word(Words.payTypes),
  pay: money,
  period: word(Words.payPeriods),
  frequency: word(Words.payFrequencies),
  effective_on: date,
  note: text
})

/** What a job pays: an exact `amount`, or limits, for one `period`. */
export const PayRange = Schema.Struct({
  type: word(Words.payTypes),
  amount: number,
  minimum: number,
  maximum: number,
  /** ISO 4217 code, or the vendor's text where it is none. */
  currency: text,
  period: word(Words.payPeriods)
})

/** A number by which a state or tax office knows a person. */
export const IdentityNumber = Schema.Struct({
  value: Schema.String,
  type: word(["SSN", "SIN", "TAX", "NATIONAL"]),
  /** ISO 3166 two-letter code where the vendor gives one, else its text. */
  country: text
})

/** An amount of leave, with its unit. */
export const Leave = Schema.Struct({ value: number, unit: word(Words.leaveUnits) })
