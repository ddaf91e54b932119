/**
 * Changes to a running tenant. What is changed in a person or an employment shows in every endpoint that tells of it;
 * fields go by the names of person-details and employment-details.
 */
import * as Action from "@crosswalk/sandbox/Action"
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { Create, Edit, Remove } from "@crosswalk/sandbox/Control"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Effect } from "effect"
import * as AccountIds from "./Account.ts"
import * as Employment from "./record/Employment.ts"
import * as Person from "./record/Person.ts"
import type { Held, State } from "./State.ts"
import * as Wire from "./Wire.ts"

const refuse = (action: string, reason: string) => Effect.fail(new Action.ActionError({ action, reason }))

const missing = (action: string, kind: string, id: string) => refuse(action, `there is no ${kind} with the id "${id}"`)

const held = (state: State, action: string, kind: string): Effect.Effect<Held, Action.ActionError> => {
  const found = state.held(kind)
  return found === undefined
    ? refuse(action, `there is no kind "${kind}"; the kinds are ${state.kinds.join(", ")}`)
    : Effect.succeed(found)
}

/** The field that a new record's id goes in, by kind. */
const idFields: Readonly<Record<string, string>> = {
  contact: "contactId",
  jobHistory: "systemId",
  phone: "systemId",
  education: "systemId",
  ptoPlan: "ptoPlan",
  directDeposit: "accountRecordId",
  payment: "checkId",
  company: "companyID",
  orgLevel: "code",
  job: "code",
  jobGroup: "jobGroupCode",
  location: "locationCode",
  employeeType: "code",
  termType: "code",
  maritalStatus: "code"
}

/** Kinds that belong to a person or to an employment, named by `parent`. */
const owned = new Set(["contact", "jobHistory", "phone", "education", "ptoPlan", "directDeposit", "payment"])

const put = (found: Held, record: JsonObject): JsonObject => {
  found.table.put(found.idOf(record), record)
  return record
}

/** Hires somebody: a person, and an employment in a company, the second one of the tenant unless told. */
const hire = Effect.fnUntraced(function* (state: State, now: number, parent: string | undefined, fields: JsonObject) {
  const { account } = state
  const people = yield* held(state, "create", "employee")
  const employments = yield* held(state, "create", "employment")
  const at = parent === undefined ? 1 : account.companies.findIndex(({ id }) => id === parent)
  if (at === -1) return yield* missing("create", "company (parent)", parent ?? "")
  const row = state.nextRow()
  const employeeId = AccountIds.employeeId(account, row)
  const moment = Wire.clock(now)
  const hired = Wire.day(now)
  const own = AccountIds.company(account, at)
  const person = put(people, {
    ...Person.record(account, row),
    datetimeCreated: moment,
    datetimeChanged: moment,
    ...fields,
    employeeId
  })
  put(employments, {
    ...Employment.record(account, 1),
    companyID: own.id,
    companyCode: own.code,
    companyName: own.name,
    homeCompany: own.id,
    employeeID: employeeId,
    employeeNumber: String(700_000 + row).padStart(9, "0"),
    employeeStatusCode: "A",
    originalHireDate: hired,
    lastHireDate: hired,
    dateInJob: hired,
    statusStartDate: hired,
    integrationRecordId: Seeded.uuid(account.source.employment, row + 9_000_000),
    dateTimeCreated: moment,
    dateTimeChanged: moment
  })
  return person
})

/** Creates a record: like a generated one, with what the caller wants different. */
export const create = Effect.fnUntraced(function* (state: State, now: number, input: Create) {
  const { fields = {}, kind, parent } = input
  if (kind === "employee") return yield* hire(state, now, parent, fields)
  const found = yield* held(state, "create", kind)
  const idField = idFields[kind]
  if (idField === undefined) return yield* refuse("create", `a ${kind} cannot be made by itself`)
  const [first = "", second] = (parent ?? "").split(":")
  const employeeId = second ?? first
  if (owned.has(kind) && state.held("employee")?.table.get(employeeId) === undefined) {
    return yield* missing("create", "employee or employment (parent)", parent ?? "")
  }
  const sample = found.table.read({ skip: 0, limit: 1 })[0] ?? {}
  const row = state.nextRow()
  const id =
    idField === "systemId" || !owned.has(kind) || kind === "ptoPlan"
      ? `N${String(row)}`
      : Seeded.uuid(Seeded.make(state.account.seed, `ukg-pro.made.${kind}`), row)
  const owner: JsonObject = owned.has(kind)
    ? {
        employeeId,
        ...("employeeID" in sample ? { employeeID: employeeId } : {}),
        ...(second === undefined ? {} : { companyId: first, ...("companyID" in sample ? { companyID: first } : {}) })
      }
    : {}
  return put(found, {
    ...sample,
    ...owner,
    [idField]: id,
    ...(found.changed === undefined ? {} : { [found.changed]: Wire.clock(now) }),
    ...fields
  })
})

/** Changes a record. */
export const edit = Effect.fnUntraced(function* (state: State, now: number, input: Edit) {
  const { fields, id, kind, touch = true } = input
  const found = yield* held(state, "edit", kind)
  const record = found.table.get(id)
  if (record === undefined) return yield* missing("edit", kind, id)
  const moved: JsonObject = touch && found.changed !== undefined ? { [found.changed]: Wire.clock(now) } : {}
  const changed = { ...record, ...moved, ...fields }
  found.table.put(id, changed)
  return changed
})

/** Deletes a record for good. Nothing tells of it afterwards. */
export const remove = Effect.fnUntraced(function* (state: State, input: Remove) {
  const { id, kind } = input
  const found = yield* held(state, "remove", kind)
  if (!found.isRemovable)
    return yield* refuse("remove", `UKG Pro never deletes a ${kind}; terminate or edit it instead`)
  if (found.table.remove(id) === undefined) return yield* missing("remove", kind, id)
})

const firstDay = (request: JsonObject): JsonObject => Wire.object(Wire.list(request.days)[0])

/** Whether something is left to decide: a request waits, or may still be called off. */
const isOpen = (request: JsonObject, now: number): boolean => {
  const { date, status } = firstDay(request)
  return status === "PENDING" || (status === "APPROVED" && Wire.text(date) > Wire.day(now))
}

/** Answers a request for time off near the place `at` of the list, or calls it off. Yields its id. */
export const decide = Effect.fnUntraced(function* (state: State, now: number, at: number) {
  const found = yield* held(state, "decide", "timeOffRequest")
  const near = found.table.read({ skip: at % Math.max(1, found.table.size()), limit: 32 })
  const request = near.find((one) => isOpen(one, now)) ?? near[0]
  if (request === undefined) return yield* refuse("decide", "there are no requests for time off")
  const isWaiting = firstDay(request).status === "PENDING"
  const status = !isWaiting ? "CANCELLED" : (at >>> 8) % 4 === 0 ? "REJECTED" : "APPROVED"
  const days = Wire.list(request.days).map((day) => ({
    ...Wire.object(day),
    status,
    conclusionDate: Wire.clock(now)
  }))
  const id = found.idOf(request)
  found.table.put(id, { ...request, days })
  return id
})

/** Ends an employment, for a reason by its code or without one. */
export const terminate = (state: State, now: number, employment: string, reason: string | null) =>
  edit(state, now, {
    kind: "employment",
    id: employment,
    fields: {
      employeeStatusCode: "T",
      dateOfTermination: Wire.day(now),
      statusStartDate: Wire.day(now),
      termReason: reason,
      terminationReasonDescription: null,
      termType: null
    }
  })

/** Takes somebody back: same ids, a new last day of hire. */
export const rehire = (state: State, now: number, employment: string) =>
  edit(state, now, {
    kind: "employment",
    id: employment,
    fields: {
      employeeStatusCode: "A",
      lastHireDate: Wire.day(now),
      statusStartDate: Wire.day(now),
      dateOfTermination: null,
      termReason: null,
      terminationReasonDescription: null,
      termType: null
    }
  })
