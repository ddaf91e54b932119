/**
 * Routes of the contract that are there and always refuse: lists whose records none of our models are, and actions that
 * write at the vendor.
 */
import type { Category } from "@crosswalk/core/Category"
import { Schema } from "effect"
import * as Route from "../Route.ts"

const params = (path: string) =>
  Schema.Struct(
    Object.fromEntries(Array.from(path.matchAll(/:(\w+)/g), ([, name = ""]) => [name, Schema.String] as const))
  )

/** A list whose records none of our models are. */
export interface MissingList {
  readonly category: Category
  readonly path: string
  /** What it would list, as words. */
  readonly model: string
}

const missing = (category: Category, path: string, model: string): MissingList => ({ category, path, model })

/** Lists of the contract whose records none of our models are. */
export const missingLists: ReadonlyArray<MissingList> = [
  missing("hris", "hris/employee-document-categories", "employee document categories"),
  missing("hris", "hris/timesheets", "timesheets"),
  missing("hris", "hris/performance-review-cycles", "performance review cycles"),
  missing("hris", "hris/performance-reviews", "performance reviews"),
  missing("hris", "hris/staffing-entities", "staffing entities"),
  missing("hris", "hris/skills", "skills"),
  missing("hris", "hris/employee-skill-assignments", "employees' skills"),
  // Clients read refusals of assessment routes with the codes of recruiting systems.
  missing("ats", "assessment/orders", "assessment orders"),
  missing("ats", "assessment/packages", "assessment packages"),
  missing("lms", "lms/users", "learners"),
  missing("lms", "lms/skills", "skills"),
  missing("lms", "lms/courses", "courses"),
  missing("lms", "lms/course-progressions", "course progressions")
]

const list = ({ category, model, path }: MissingList): Route.Any =>
  Route.refused({
    name: `list-${path.replaceAll("/", "-")}`,
    method: "GET",
    path: `/${path}`,
    summary: `Lists ${model}: no tool supplies them here.`,
    category,
    refuses: (provider) => ({ _tag: "ModelNotAvailable", model, provider })
  })

/** An action that writes at the vendor. */
export interface Action {
  /** In the contract's words, e.g. `ats_create_candidate`. */
  readonly id: string
  readonly label: string
  readonly category: Category
  readonly method: Route.Method
  readonly path: `/${string}`
}

const ats = (id: string, method: Route.Method, path: `/${string}`, label: string): Action => ({
  id: `ats_${id}`,
  label,
  category: "ats",
  method,
  path
})

const hris = (id: string, method: Route.Method, path: `/${string}`, label: string): Action => ({
  id: `hris_${id}`,
  label,
  category: "hris",
  method,
  path
})

/** Actions of the contract. */
export const actions: ReadonlyArray<Action> = [
  ats("create_candidate", "POST", "/ats/candidates", "Create a candidate"),
  ats("create_application", "POST", "/ats/jobs/:job_id/applications", "Create an application"),
  ats("move_application", "PUT", "/ats/applications/:application_id/stage", "Move an application to a stage"),
  ats("reject_application", "POST", "/ats/applications/:application_id/reject", "Reject an application"),
  ats("add_application_note", "POST", "/ats/applications/:application_id/notes", "Add a note to an application"),
  ats(
    "add_application_attachment",
    "POST",
    "/ats/applications/:application_id/attachments",
    "Attach a file to an application"
  ),
  ats(
    "add_application_result_link",
    "POST",
    "/ats/applications/:application_id/result-links",
    "Add a result link to an application"
  ),
  ats("create_interview", "POST", "/ats/applications/:application_id/interviews", "Create an interview"),
  ats("update_interview", "PATCH", "/ats/applications/:application_id/interviews", "Change an interview"),
  ats("add_candidate_attachment", "POST", "/ats/candidates/:candidate_id/attachments", "Attach a file to a candidate"),
  ats(
    "add_candidate_result_link",
    "POST",
    "/ats/candidates/:candidate_id/result-links",
    "Add a result link to a candidate"
  ),
  ats("add_candidate_tag", "POST", "/ats/candidates/:candidate_id/tags", "Add a tag to a candidate"),
  ats("remove_candidate_tag", "DELETE", "/ats/candidates/:candidate_id/tags", "Remove a tag from a candidate"),
  ats("import_tracked_application", "POST", "/ats/import-tracked-application", "Import a tracked application"),
  ats("set_assessment_packages", "PUT", "/assessment/packages", "Replace the assessment packages"),
  ats(
    "update_assessment_result",
    "PUT",
    "/assessment/orders/:assessment_order_id/result",
    "Report an assessment's result"
  ),
  hris("create_absence", "POST", "/hris/absences", "Create an absence"),
  hris("delete_absence", "DELETE", "/hris/absences/:absence_id", "Delete an absence"),
  hris("create_employee", "POST", "/hris/employees", "Create an employee"),
  hris("update_employee", "PATCH", "/hris/employees/:employee_id", "Change an employee"),
  hris("get_employee_form", "GET", "/hris/employees/form", "Read the form for creating employees"),
  hris("create_employee_with_form", "POST", "/hris/employees/form", "Create an employee with the form"),
  hris("add_employee_document", "POST", "/hris/employees/:employee_id/documents", "Add a document to an employee")
]

const action = ({ category, id, label, method, path }: Action): Route.Any =>
  Route.refused({
    name: id.replaceAll("_", "-"),
    method,
    path,
    summary: `${label}: not available here.`,
    params: params(path),
    category,
    refuses: () => ({ _tag: "NotImplemented", what: label })
  })

/** The routes that always refuse. */
export const unsupported: ReadonlyArray<Route.Any> = [...missingLists.map(list), ...actions.map(action)]
