/** Candidate ← a contact, with all its opportunities. */
import { Candidate } from "@crosswalk/core/ats/Candidate"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent, derived } from "@crosswalk/core/Mapper"
import * as Part from "@crosswalk/core/Part"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { opportunities } from "../LeverResources.ts"
import { chapter } from "../wire/Docs.ts"
import type { Opportunity } from "../wire/Opportunity.ts"
import { applications } from "./Candidacy.ts"
import { fromFirst, fromNewest, texts } from "./Contact.ts"
import type { Opportunities } from "./Contact.ts"
import * as PersonName from "./PersonName.ts"

const origin = vocabulary({
  agency: "AGENCY",
  applied: "APPLIED",
  internal: "INTERNAL",
  referred: "REFERRED",
  sourced: "SOURCED",
  university: "UNIVERSITY"
})

type Contact = { readonly remotes: Opportunities }

const nameOf = ({ remotes }: Contact) => fromNewest(remotes, (opportunity) => Wire.text(opportunity.name))

// Lever anonymises opportunity by opportunity; the person is anonymous when all of them are.
const isAnonymized = ({ remotes }: Contact): boolean | null =>
  remotes.some(({ isAnonymized }) => isAnonymized === false)
    ? false
    : remotes.every(({ isAnonymized }) => isAnonymized === true) || null

const mayContact = ({ dataProtection }: Opportunity) => dataProtection?.contact?.allowed ?? null

// Opportunities list their applications' ids, or the applications as such: only the latter name a posting.
const postings = (opportunity: Opportunity) =>
  opportunity.applications?.some((application) => typeof application === "string")
    ? null
    : opportunity.applications && applications(opportunity).map(({ posting }) => posting)

const phones = ({ remotes }: Contact) => {
  const found = new Map<string, typeof Part.Phone.Type>()
  if (remotes.every(({ phones }) => phones === null || phones === undefined)) return null
  for (const { phones } of remotes) {
    for (const phone of phones ?? []) {
      const value = Wire.text(phone.value)
      const type = Wire.text(phone.type)
      if (value !== null) found.set(`${value}\n${type ?? ""}`, { value, type })
    }
  }
  return [...found.values()]
}

export const candidate = Mapper.make(
  Candidate,
  Source.group(opportunities, ({ contact }) => contact, {}),
  {
    docs: chapter("opportunities"),
    fields: {
      remote_id: ({ key }) => key,
      remote_created_at: derived("the creation of the first opportunity", ({ remotes }) =>
        Wire.earliest(remotes.map(({ createdAt }) => Wire.instantFromMillis(createdAt)))
      ),
      remote_updated_at: derived("the newest update of an opportunity", ({ remotes }) =>
        Wire.newest(remotes.map(({ updatedAt }) => Wire.instantFromMillis(updatedAt)))
      ),
      custom_fields: absent("contacts and opportunities have none; profile forms are not read"),
      name: nameOf,
      first_name: derived(PersonName.howGiven, (contact) => PersonName.given(nameOf(contact))),
      last_name: derived(PersonName.howFamily, (contact) => PersonName.family(nameOf(contact))),
      // Not from the headline: it lists former companies and schools alike, and recruiters write in it what they like.
      company: derived("what the newest application names as the present company", ({ remotes }) =>
        fromNewest(remotes, (opportunity) => Wire.text(applications(opportunity)[0]?.company))
      ),
      title: absent("stands in parsed résumés only, which take one call for each opportunity"),
      headline: ({ remotes }) => fromNewest(remotes, ({ headline }) => Wire.text(headline)),
      summary: absent("Lever has none"),
      emails: ({ remotes }) =>
        Wire.list(
          texts(remotes, ({ emails }) => emails),
          (value) => ({ value, type: null })
        ),
      phones,
      urls: ({ remotes }) =>
        Wire.list(
          texts(remotes, ({ links }) => links),
          (value) => ({ value, type: null })
        ),
      locations: ({ remotes }) =>
        Wire.list(
          texts(remotes, ({ location }) => (location === undefined ? null : [location])),
          Part.addressText
        ),
      date_of_birth: absent("Lever has none"),
      avatar: absent("Lever has none"),
      experiences: absent("stand in parsed résumés only, which take one call for each opportunity"),
      education: absent("stands in parsed résumés only, which take one call for each opportunity"),
      skills: absent("Lever has none"),
      tags: ({ remotes }) => texts(remotes, ({ tags }) => tags),
      sources: ({ remotes }) => texts(remotes, ({ sources }) => sources),
      origin: derived("the origin of the first opportunity", ({ remotes }) =>
        origin(fromFirst(remotes, ({ origin }) => Wire.text(origin)))
      ),
      is_private: derived(
        "whether any opportunity is confidential",
        ({ remotes }) =>
          remotes.some(({ confidentiality }) => confidentiality === "confidential") ||
          (remotes.every(({ confidentiality }) => confidentiality === "non-confidential") ? false : null)
      ),
      // Without a policy Lever forbids nothing, but it does not say that the person agreed either.
      can_email: derived("what data protection says of contact; false for an anonymised person", (contact) =>
        isAnonymized(contact) === true || contact.remotes.some((opportunity) => mayContact(opportunity) === false)
          ? false
          : fromNewest(contact.remotes, mayContact)
      ),
      is_anonymized: derived("whether every opportunity is anonymised", isAnonymized),
      external_identifier: absent("Lever has none"),
      web_url: derived("the page of the newest opportunity", ({ remotes }) =>
        fromNewest(remotes, ({ urls }) => Wire.text(urls?.show))
      ),
      last_interaction_at: derived("the newest interaction in an opportunity", ({ remotes }) =>
        Wire.newest(remotes.map(({ lastInteractionAt }) => Wire.instantFromMillis(lastInteractionAt)))
      ),
      application_ids: ({ remotes }) =>
        texts(remotes, (opportunity) => opportunity.applications && applications(opportunity).map(({ id }) => id)),
      attachment_ids: absent("files, résumés and offers name their candidate"),
      tag_ids: ({ remotes }) => texts(remotes, ({ tags }) => tags),
      job_ids: ({ remotes }) => texts(remotes, postings),
      user_id: derived("the owner of the newest opportunity", ({ remotes }) =>
        fromNewest(remotes, ({ owner }) => Wire.text(owner))
      ),
      user_ids: ({ remotes }) => texts(remotes, ({ followers }) => followers)
    }
  }
)
