/** Document ← the same files as attachments, with job and author where Lever knows them. */
import { Document } from "@crosswalk/core/ats/Document"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Wire from "@crosswalk/core/Wire"
import { chapter } from "../wire/Docs.ts"
import { postingOf } from "./Candidacy.ts"
import * as Files from "./Files.ts"

const job = { job_id: derived("the posting of its opportunity's application", postingOf) }
const noAuthor = { user_id: absent("Lever does not tell who added it") }

export const fileDocument = Mapper.make(Document, Files.fromFiles, {
  docs: chapter("files"),
  fields: { ...Files.fileRules, ...job, ...noAuthor }
})

export const resumeDocument = Mapper.make(Document, Files.fromResumes, {
  docs: chapter("resumes"),
  fields: { ...Files.resumeRules, ...job, ...noAuthor }
})

export const offerDocument = Mapper.make(Document, Files.fromOffers, {
  docs: chapter("offers"),
  fields: {
    ...Files.offerRules,
    ...job,
    user_id: derived("who wrote the offer", ({ remote }) => Wire.text(remote.creator))
  }
})
