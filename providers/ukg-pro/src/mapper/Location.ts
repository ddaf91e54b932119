/** Location ← a place of work. */
import { Location } from "@crosswalk/core/hris/Location"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { locations } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, flag, text } from "../wire/Habits.ts"
import * as Postal from "./Postal.ts"

export const location = Mapper.make(Location, locations, {
  docs,
  fields: {
    remote_id: ({ locationCode }) => code(locationCode) ?? "",
    remote_created_at: absent("locations carry no times"),
    remote_updated_at: absent("locations carry no times"),
    custom_fields: absent("locations have none"),
    // What UKG calls the description is the only name there is.
    name: ({ description }) => text(description),
    description: absent("UKG's description is the name"),
    type: absent("UKG Pro has none"),
    address: (remote) =>
      Postal.address(
        remote.addressLine1,
        remote.addressLine2,
        remote.city,
        remote.state,
        remote.zipOrPostalCode,
        remote.countryCode
      ),
    phones: absent("UKG Pro has none"),
    is_headquarters: absent("UKG Pro does not tell"),
    is_active: ({ isActive }) => flag(isActive),
    timezone: absent("UKG Pro does not tell"),
    language: absent("UKG Pro does not tell"),
    currency: absent("UKG Pro does not tell"),
    external_identifier: absent("UKG Pro has none"),
    parent_id: absent("locations are no tree"),
    company_id: absent("locations belong to the account as a whole")
  }
})
