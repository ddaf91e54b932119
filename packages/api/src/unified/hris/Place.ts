/** Places where people work. */
import { Company } from "@crosswalk/core/hris/Company"
import { Location } from "@crosswalk/core/hris/Location"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf, Related } from "../../Related.ts"
import * as Optional from "../Optional.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Reach from "../Reach.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A place. */
export const Place = Schema.Struct({
  id: Row.id,
  ...Row.times,
  name: Optional.text("Name of the place."),
  description: Optional.text("What the place is for."),
  address: Optional.struct(PostalAddress.PostalAddress, "Where the place is."),
  telephones: Optional.list(Reach.Telephone, "Telephone numbers of the place."),
  is_hq: Optional.boolean("Whether the company is led from here."),
  is_active: Optional.boolean("Whether the place is in use."),
  timezone: Optional.text("Time zone of the place."),
  language_locale: Optional.text("Language or locale of the place."),
  currency: Optional.text("Currency that people are paid in here."),
  external_identifier: Optional.text("The place's key in another system of the customer's."),
  parent_id: Optional.text("The place that this one is part of."),
  company_id: Optional.text("The legal entity that the place belongs to.")
}).annotate({ identifier: "PlaceOfEmployee" })

/** What places name. */
export const names = [Relation.to(Location, "parent_id", Location), Relation.to(Location, "company_id", Company)]

/** A place, from its record. */
export const of = (place: RecordOf<"location">, context: Pick<Related<never>, "remoteId">) => ({
  id: Row.rules.id(place),
  created_at: Row.rules.created_at(place),
  updated_at: Row.rules.updated_at(place),
  name: place.name,
  description: place.description,
  address: PostalAddress.of(place.address),
  telephones: Reach.labelledTelephones(place.phones),
  is_hq: place.is_headquarters,
  is_active: place.is_active,
  timezone: place.timezone,
  language_locale: place.language,
  currency: place.currency,
  external_identifier: place.external_identifier,
  parent_id: Reference.one(context, "location", place.parent_id),
  company_id: Reference.one(context, "company", place.company_id)
})
