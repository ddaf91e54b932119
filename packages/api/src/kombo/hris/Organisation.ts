/** Where people belong: groups, legal entities, places. */
import { Company } from "@crosswalk/core/hris/Company"
import { Group } from "@crosswalk/core/hris/Group"
import { Location } from "@crosswalk/core/hris/Location"
import { Schema } from "effect"
import type { RecordOf } from "../../Related.ts"
import * as Form from "../Form.ts"
import * as Row from "../Row.ts"
import * as Shape from "../../Shape.ts"
import * as Word from "../../Word.ts"
import * as Words from "../Words.ts"

/** Their words for kinds of groups. */
export const groupTypes = ["DEPARTMENT", "TEAM", "COST_CENTER"] as const

const name = Shape.text("Name.")
const type = Shape.closed(groupTypes, "Which kind of unit it is; null when none of these.")
const address = Shape.maybe(Form.PostalAddress, "Where it is.")
const ids = { id: Shape.id("Our id of the record."), remote_id: Shape.required("The vendor's id of the record.") }

/** A group of people. */
export const group = Row.projection(
  Group,
  Row.shape({ name, type, parent_id: Shape.reference("The group that this one is part of.") }),
  {
    fields: {
      ...Row.rules,
      name: ({ name }) => name,
      type: ({ type }) => Word.closed(Words.groupType, type),
      parent_id: ({ parent_id }) => Form.reference(parent_id)
    }
  }
)

/** A group inside an employee. */
export const GroupOf = Schema.Struct({ ...ids, name, type })

/** The group of an employee. */
export const groupOf = ({ id, name, remote_id, type }: RecordOf<"group">): typeof GroupOf.Type => ({
  id: Form.id(id),
  remote_id,
  name,
  type: Word.closed(Words.groupType, type)
})

const companyName = ({ legal_name, name }: RecordOf<"company">) => name ?? legal_name

/** A legal entity that employs people. */
export const legalEntity = Row.projection(Company, Row.shape({ name, address }), {
  fields: { ...Row.rules, name: companyName, address: (company) => Form.address(company.address) }
})

/** A legal entity inside an employee. */
export const LegalEntityOf = Schema.Struct({ ...ids, name, address })

/** The legal entity of an employee. */
export const legalEntityOf = (company: RecordOf<"company">): typeof LegalEntityOf.Type => ({
  id: Form.id(company.id),
  remote_id: company.remote_id,
  name: companyName(company),
  address: Form.address(company.address)
})

const { remote_data, ...place } = Row.shape({
  name,
  address,
  type: Shape.text("Kind of place, in the vendor's words.")
}).fields

/** A place where people work. */
export const location = Row.projection(Location, Schema.Struct({ ...place, remote_data }), {
  fields: {
    ...Row.rules,
    name: ({ name }) => name,
    address: (location) => Form.address(location.address),
    type: ({ type }) => type
  }
})

/** A place inside an employee. */
export const LocationOf = Schema.Struct(place)

/** The place of an employee. */
export const locationOf = (location: RecordOf<"location">): typeof LocationOf.Type => ({
  id: Form.id(location.id),
  remote_id: location.remote_id,
  name: location.name,
  address: Form.address(location.address),
  type: location.type,
  changed_at: location.modified_at,
  remote_deleted_at: Form.instant(location.remote_deleted_at)
})
