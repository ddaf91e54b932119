/** A colleague inside another record: users, or employees where the vendor has no users. */
import type { RecordOf, Related } from "../../Related.ts"
import { Schema } from "effect"
import * as Form from "../Form.ts"
import * as Shape from "../../Shape.ts"

/** A colleague, as far as the record was read. */
export const Person = Schema.Struct({
  id: Shape.id("Our id of the user."),
  remote_id: Shape.text("The vendor's id of the user; null when the record was never read."),
  first_name: Shape.text("Given name."),
  last_name: Shape.text("Family name."),
  email: Shape.text("E-mail address.")
})

/** The address at work where addresses are told apart, else the first. */
export const workEmail = (emails: RecordOf<"user" | "employee">["emails"] | undefined): string | null =>
  Form.email((emails?.find(({ type }) => typeof type === "object" && type?.value === "WORK") ?? emails?.[0])?.value)

/** The colleague of an id. */
export const person = (related: Pick<Related<"user" | "employee">, "one">, id: string): typeof Person.Type => {
  const found = related.one("user", id) ?? related.one("employee", id)
  return {
    id: Form.id(id),
    remote_id: found?.remote_id ?? null,
    first_name: found?.first_name ?? null,
    last_name: found?.last_name ?? null,
    email: workEmail(found?.emails)
  }
}
