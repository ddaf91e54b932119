/**
 * Lists of the contract for which there is no model: their routes are there, and refuse as they do for a connector whose
 * provider lacks the model.
 */
import type { Failure } from "../Failure.ts"
import * as Route from "../Route.ts"

const lists = {
  hris: [
    "timesheet-entry",
    "benefits",
    "benefit-coverages",
    "dependent-benefits",
    "employer-benefits",
    "payroll-codes",
    "payroll-runs"
  ],
  lms: ["users", "courses", "contents", "skills", "categories", "completions", "enrollments"]
} as const

const both = (category: keyof typeof lists, path: string): ReadonlyArray<Route.Any> => {
  const model = path.replaceAll("-", " ")
  const shared = {
    method: "GET",
    category,
    refuses: (provider: string): Failure => ({ _tag: "ModelNotAvailable", model, provider })
  } as const
  return [
    Route.refused({
      ...shared,
      name: `list-${category}-${path}`,
      path: `/${category}/v1/${path}`,
      summary: `Refused: no provider supplies ${model}.`
    }),
    Route.refused({
      ...shared,
      name: `get-${category}-${path}`,
      path: `/${category}/v1/${path}/:id`,
      summary: `Refused: no provider supplies ${model}.`
    })
  ]
}

/** The routes of these lists, and of their single records. */
export const lacking: ReadonlyArray<Route.Any> = [
  ...lists.hris.flatMap((path) => both("hris", path)),
  ...lists.lms.flatMap((path) => both("lms", path))
]
