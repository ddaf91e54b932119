/** What an employer is made of: legal entities, groups of people, places. */
import { Company } from "@crosswalk/core/hris/Company"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import type { groupTypes } from "@crosswalk/core/Words"
import { Schema } from "effect"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Row from "../Row.ts"

/** A legal entity. */
export const company = Row.projection(
  Company,
  Row.shape("Company", {
    legal_name: Shape.text("Registered name."),
    display_name: Shape.text("Name by which the company is known."),
    eins: Shape.maybeList(Schema.String, "Numbers by which tax offices know the employer.")
  }),
  {
    fields: {
      ...Row.rules,
      legal_name: ({ legal_name }) => legal_name,
      display_name: ({ name }) => name,
      eins: ({ tax_numbers }) => tax_numbers
    }
  }
)

const types = ["COST_CENTER", "DEPARTMENT", "BUSINESS_UNIT", "DIVISION", "TEAM"] as const

/** Kinds of groups. */
export const groupType = {
  COST_CENTER: "COST_CENTER",
  DEPARTMENT: "DEPARTMENT",
  SUB_DEPARTMENT: "DEPARTMENT",
  BUSINESS_UNIT: "BUSINESS_UNIT",
  DIVISION: "DIVISION",
  TEAM: "TEAM",
  GROUP: null,
  BRANCH: null
} as const satisfies Word.Table<(typeof groupTypes)[number], (typeof types)[number]>

/** A group. */
export const group = Row.projection(
  Group,
  Row.shape("Group", {
    name: Shape.text("Name of the group."),
    type: Shape.open(types, "Which kind of unit it is."),
    parent_group: Row.one("The group that this one is part of."),
    is_commonly_used_as_team: Shape.boolean("Whether the customer uses the group as a team.")
  }),
  {
    fields: {
      ...Row.rules,
      name: ({ name }) => name,
      type: ({ type }) => Word.open(groupType, type),
      parent_group: ({ parent_id }) => parent_id,
      is_commonly_used_as_team: ({ is_team }) => is_team
    }
  }
)

/** A place. */
export const location = Row.projection(
  Location,
  Row.shape("Location", { name: Shape.text("Name of the place."), ...PostalAddress.parts }),
  {
    fields: {
      ...Row.rules,
      name: ({ name }) => name,
      street_1: ({ address }) => address?.street_1 ?? null,
      street_2: ({ address }) => address?.street_2 ?? null,
      city: ({ address }) => address?.city ?? null,
      state: ({ address }) => address?.state ?? null,
      postal_code: ({ address }) => address?.zip_code ?? null,
      country: ({ address }) => address?.country ?? null
    }
  }
)
