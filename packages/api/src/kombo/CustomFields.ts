/** The fields that customers added at the vendor, read off the records that have them. */
import { Application } from "@crosswalk/core/ats/Application"
import { Candidate } from "@crosswalk/core/ats/Candidate"
import { Job } from "@crosswalk/core/ats/Job"
import { Offer } from "@crosswalk/core/ats/Offer"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Employment } from "@crosswalk/core/hris/Employment"
import type { Identify } from "@crosswalk/core/Id"
import { Schema } from "effect"
import * as Gathering from "../Gathering.ts"
import * as Form from "./Form.ts"
import * as Row from "./Row.ts"
import * as Shape from "../Shape.ts"

interface Carrying {
  readonly custom_fields: Readonly<Record<string, unknown>> | null
  readonly modified_at: string
}

const named =
  (model: string) =>
  ({ custom_fields, modified_at }: Carrying, identify: Identify): ReadonlyArray<Gathering.Entry> =>
    Object.keys(custom_fields ?? {}).map((key) => ({
      id: Row.customFieldId(identify, model, key),
      remoteId: key,
      modifiedAt: modified_at,
      facts: { key, model }
    }))

const sources = [
  Gathering.from(Application, named("ats_applications")),
  Gathering.from(Candidate, named("ats_candidates")),
  Gathering.from(Job, named("ats_jobs")),
  Gathering.from(Offer, named("ats_offers")),
  Gathering.from(Employee, named("hris_employees")),
  Gathering.from(Employment, named("hris_employments"))
] as const

const id = Shape.id("Our id of the field.")
const key = Shape.required("The vendor's name of the field.")
const type = Schema.Literals(["DEFAULT", "CUSTOM"]).annotate({ description: "Whether the customer added the field." })
const label = Shape.text("The field's name for people.")
const model = Shape.required("The records that have the field.")

const integrationFields: Gathering.Gathering = {
  category: null,
  path: "integrations/:integration_id/integration-fields",
  description: "Fields that the customer added at the vendor, as far as some record has a value in them.",
  shape: Schema.Struct({
    id,
    key,
    model,
    type,
    label,
    is_passthrough_enabled: Schema.Boolean.annotate({ description: "Whether records show the field." }),
    is_writable: Schema.Literal(false).annotate({ description: "Whether the field can be written: none can." })
  }),
  sources,
  parameters: {},
  serve: ({ facts, id }) => ({
    id: Form.id(id),
    key: facts["key"],
    model: facts["model"],
    type: "CUSTOM",
    label: null,
    is_passthrough_enabled: true,
    is_writable: false
  })
}

const customFields: Gathering.Gathering = {
  ...integrationFields,
  path: "integrations/:integration_id/custom-fields",
  description: "Keys of custom fields: one for each field that the customer added, named as the vendor names it.",
  shape: Schema.Struct({
    id,
    key,
    integration_field: Shape.maybe(
      Schema.Struct({ id, key, type, label }),
      "The field of the vendor's behind the key."
    ),
    model,
    label,
    description: Shape.text("What the field is for.")
  }),
  serve: ({ facts, id }) => ({
    id: Form.id(id),
    key: facts["key"],
    integration_field: { id: Form.id(id), key: facts["key"], type: "CUSTOM", label: null },
    model: facts["model"],
    label: null,
    description: null
  })
}

/** Both lists of an integration's fields. */
export const fieldLists = [customFields, integrationFields]
