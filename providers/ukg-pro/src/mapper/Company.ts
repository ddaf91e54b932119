/** Company ← a company of the account. */
import { Company } from "@crosswalk/core/hris/Company"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import { companies } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, companyOf, noZone, text } from "../wire/Habits.ts"
import * as Postal from "./Postal.ts"

export const company = Mapper.make(Company, companies, {
  docs,
  fields: {
    remote_id: (remote) => companyOf(remote) ?? "",
    remote_created_at: absent(noZone),
    remote_updated_at: absent(noZone),
    custom_fields: absent("companies have none"),
    name: ({ companyName }) => text(companyName),
    legal_name: absent("UKG Pro has one name for a company, and does not say whether it is the registered one"),
    tax_numbers: ({ federalTaxId }) => {
      const found = code(federalTaxId)
      return found === null ? null : [found]
    },
    address: (remote) =>
      Postal.address(
        remote.addressLine1,
        remote.addressLine2,
        remote.addressCity,
        remote.addressState,
        remote.addressZipCode,
        remote.addressCountry
      )
  }
})
