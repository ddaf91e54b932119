/** The candidate checked by zod: the same fields, as somebody would write them there. */
import { z } from "zod"

const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().exactOptional()
const text = maybe(z.string())
const uid = z.object({ uid: z.string() })
const list = <S extends z.ZodType>(item: S) => maybe(z.array(item))

/** What is read of the vendor's candidate. */
export const Person = z.object({
  uid: z.string().min(1),
  given: text,
  family: text,
  display: text,
  employer: text,
  role: text,
  blurb: text,
  summary: text,
  mails: list(z.object({ address: z.string(), label: text })),
  phones: list(z.object({ number: z.string(), label: text })),
  pages: list(z.object({ href: z.string(), label: text })),
  places: list(z.object({ line: text, city: text, region: text, postcode: text, country: text })),
  born: text,
  picture: text,
  posts: list(z.object({ role: text, employer: text, place: text, from: text, until: text })),
  schools: list(z.object({ school: text, degree: text, subject: text, from: text, until: text })),
  skills: list(z.string()),
  labels: list(z.object({ uid: z.string(), text: z.string() })),
  channels: list(z.string()),
  entry: text,
  confidential: maybe(z.boolean()),
  anonymous: maybe(z.boolean()),
  link: text,
  created: text,
  changed: text,
  touched: text,
  applications: list(z.object({ uid: z.string(), job: maybe(uid) })),
  files: list(uid),
  owner: maybe(uid),
  watchers: list(uid),
  extras: maybe(z.record(z.string(), z.unknown()))
})
