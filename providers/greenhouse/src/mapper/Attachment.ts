/** Attachment and Document ← attachment. */
import { Attachment } from "@crosswalk/core/ats/Attachment"
import { Document } from "@crosswalk/core/ats/Document"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { attachments } from "../GreenhouseResources.ts"
import { page } from "../wire/Docs.ts"
import type { Attachment as Remote } from "../wire/File.ts"
import { entry } from "./Entry.ts"

const type = vocabulary({
  resume: "RESUME",
  cover_letter: "COVER_LETTER",
  take_home_test: "TAKE_HOME_TEST",
  offer_packet: "OFFER_PACKET",
  offer_letter: "OFFER_LETTER",
  signed_offer_letter: "OFFER_LETTER",
  form_attachment: "OTHER",
  midfunnel_agreement: "OTHER",
  automated_agreement: "OTHER",
  other: "OTHER"
})

type File = typeof Remote.Type

const file = {
  ...entry,
  custom_fields: absent("attachments have none"),
  file_name: ({ filename }: File) => Wire.text(filename),
  file_url: ({ url }: File) => Wire.text(url),
  content_type: absent("Greenhouse tells the ending of the name only"),
  type: (remote: File) => type(remote.type),
  candidate_id: ({ candidate_id }: File) => Wire.id(candidate_id),
  application_id: ({ application_id }: File) => Wire.id(application_id)
}

export const attachment = Mapper.make(Attachment, attachments, { docs: page("attachments"), fields: file })

export const document = Mapper.make(Document, attachments, {
  docs: page("attachments"),
  fields: {
    ...file,
    job_id: absent("attachments name their application"),
    user_id: absent("Harvest v3 does not tell who added a file")
  }
})
