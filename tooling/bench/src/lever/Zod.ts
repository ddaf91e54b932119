/** The opportunity checked by zod: the same fields, as somebody would write them there. */
import { z } from "zod"

const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().exactOptional()
const text = maybe(z.string())
const texts = maybe(z.array(z.string()))
const time = maybe(z.union([z.number(), z.string().regex(/^\s*[-+]?\d+(\.\d+)?\s*$/)]))

const Answered = z.object({ id: text, type: text, text, value: z.unknown().exactOptional() })

const Application = z.object({
  id: z.string(),
  type: text,
  posting: text,
  company: text,
  user: text,
  customQuestions: maybe(z.array(z.object({ type: text, fields: maybe(z.array(Answered)) }))),
  createdAt: time
})

/** What is read of an opportunity. */
export const Opportunity = z.object({
  id: z.string().min(1),
  contact: z.string().min(1),
  name: text,
  headline: text,
  stage: text,
  confidentiality: text,
  location: text,
  phones: maybe(z.array(z.object({ type: text, value: text }))),
  emails: texts,
  links: texts,
  archived: maybe(z.object({ reason: text, archivedAt: time })),
  tags: texts,
  sources: texts,
  origin: text,
  sourcedBy: text,
  owner: text,
  followers: texts,
  applications: maybe(z.array(z.union([Application, z.string()]))),
  createdAt: time,
  updatedAt: time,
  lastInteractionAt: time,
  urls: maybe(z.object({ show: text })),
  isAnonymized: maybe(z.boolean()),
  dataProtection: maybe(z.object({ contact: maybe(z.object({ allowed: maybe(z.boolean()) })) }))
})
