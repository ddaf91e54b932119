/** What attachments and documents have in common: files, résumés, and the two documents of an offer. */
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { files, offers, opportunities, resumes } from "../LeverResources.ts"
import type { File, Offer, Resume } from "../wire/Child.ts"
import { candidacy } from "./Candidacy.ts"

const opportunity = { opportunity: Source.parent(opportunities) }

const unsaid = {
  remote_updated_at: absent("files are replaced, not updated"),
  custom_fields: absent("files have none"),
  content_type: absent("Lever tells the ending of the name only"),
  ...candidacy
}

type Remote<W> = { readonly remote: W }

/** Files of an opportunity. */
export const fromFiles = Source.one(files, opportunity)

/** Rules for {@link fromFiles}. */
export const fileRules = {
  ...unsaid,
  remote_id: ({ remote }: Remote<typeof File.Type>) => remote.id,
  remote_created_at: ({ remote }: Remote<typeof File.Type>) => Wire.instantFromMillis(remote.uploadedAt),
  file_name: ({ remote }: Remote<typeof File.Type>) => Wire.text(remote.name),
  file_url: ({ remote }: Remote<typeof File.Type>) => Wire.text(remote.downloadUrl),
  type: absent("Lever does not tell")
}

/** Résumés of an opportunity that are files; those read from a web profile are none. */
export const fromResumes = Source.each(
  resumes,
  { of: (resume) => (resume.file ? [resume] : []), id: ({ id }) => id },
  opportunity
)

/** Rules for {@link fromResumes}. */
export const resumeRules = {
  ...unsaid,
  remote_id: ({ remote }: Remote<typeof Resume.Type>) => remote.id,
  remote_created_at: ({ remote }: Remote<typeof Resume.Type>) => Wire.instantFromMillis(remote.createdAt),
  file_name: ({ remote }: Remote<typeof Resume.Type>) => Wire.text(remote.file?.name),
  file_url: ({ remote }: Remote<typeof Resume.Type>) => Wire.text(remote.file?.downloadUrl),
  type: derived("it stands in the list of résumés", () => known("RESUME"))
}

const documents = (offer: Offer) =>
  [
    { kind: "sent", document: offer.sentDocument },
    { kind: "signed", document: offer.signedDocument }
  ].flatMap(({ kind, document }) => (document ? [{ id: `${offer.id}/${kind}`, document }] : []))

type OfferDocument = Remote<Offer> & { readonly item: ReturnType<typeof documents>[number] }

/** The sent and the signed document of an offer. They have no ids: the offer's, with which of the two it is, stands for one. */
export const fromOffers = Source.each(offers, { of: documents, id: ({ id }) => id }, opportunity)

/** Rules for {@link fromOffers}. */
export const offerRules = {
  ...unsaid,
  remote_id: derived("the offer's id, and `sent` or `signed`", ({ item }: OfferDocument) => item.id),
  remote_created_at: ({ item }: OfferDocument) => Wire.instantFromMillis(item.document.uploadedAt),
  file_name: ({ item }: OfferDocument) => Wire.text(item.document.fileName),
  file_url: ({ item }: OfferDocument) => Wire.text(item.document.downloadUrl),
  type: derived("it is the offer's document", () => known("OFFER_LETTER"))
}
