/** Attachment ← files, résumés and the documents of offers. */
import { Attachment } from "@crosswalk/core/ats/Attachment"
import * as Mapper from "@crosswalk/core/Mapper"
import { chapter } from "../wire/Docs.ts"
import * as Files from "./Files.ts"

export const fileAttachment = Mapper.make(Attachment, Files.fromFiles, {
  docs: chapter("files"),
  fields: Files.fileRules
})

export const resumeAttachment = Mapper.make(Attachment, Files.fromResumes, {
  docs: chapter("resumes"),
  fields: Files.resumeRules
})

export const offerAttachment = Mapper.make(Attachment, Files.fromOffers, {
  docs: chapter("offers"),
  fields: Files.offerRules
})
