/** Records that are little more than a name: departments, offices, reasons, labels. */
import { Department } from "@crosswalk/core/ats/Department"
import { Office } from "@crosswalk/core/ats/Office"
import { RejectReason } from "@crosswalk/core/ats/RejectReason"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Shape from "../../Shape.ts"
import { line } from "../PostalAddress.ts"
import * as Row from "../Row.ts"

const rules = { ...Row.rules, name: ({ name }: { readonly name: string | null }) => name }

/** An organisational unit that hires. */
export const department = Row.projection(
  Department,
  Row.shape("Department", { name: Shape.text("Name of the unit.") }),
  { fields: rules }
)

/** A place for which people are hired. */
export const office = Row.projection(
  Office,
  Row.shape("Office", {
    name: Shape.text("Name of the office."),
    location: Shape.text("Where the office is, on one line.")
  }),
  { fields: { ...rules, location: ({ location }) => line(location) } }
)

/** A reason for ending applications. */
export const rejectReason = Row.projection(
  RejectReason,
  Row.shape("RejectReason", { name: Shape.text("The reason in words.") }),
  { fields: rules }
)

/** A label. */
export const tag = Row.projection(Tag, Row.shape("Tag", { name: Shape.text("The label.") }), { fields: rules })
