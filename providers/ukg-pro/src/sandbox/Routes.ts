/**
 * The addresses of the simulated API.
 */
import type { Answer } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { parameter } from "@crosswalk/sandbox/Request"
import type { Route } from "@crosswalk/sandbox/Route"
import * as Changes from "./Changes.ts"
import { right } from "./Endpoint.ts"
import * as Endpoints from "./Endpoints.ts"
import type { Habits } from "./Habits.ts"
import * as Lists from "./Lists.ts"
import * as Scheduling from "./Scheduling.ts"
import type { State } from "./State.ts"
import * as Statements from "./Statements.ts"

type Path = `/${string}`

const get = (path: Path, answer: (request: Request) => Answer, needs = right(path)): Route => ({
  method: "GET",
  path,
  right: needs,
  answer
})

const post = (path: Path, answer: (request: Request) => Answer): Route => ({
  method: "POST",
  path,
  right: right(path),
  answer
})

/** One record of a short list, by its code. */
const single = (state: State, habits: () => Required<Habits>, path: Path, kind: string): Route =>
  get(
    `${path}/:code`,
    (request) => Lists.one(state.held(kind)?.table.get(parameter(request, "code")), habits()),
    right(path)
  )

export const make = (state: State, habits: () => Required<Habits>): ReadonlyArray<Route> => [
  ...Endpoints.all.map((endpoint) => get(endpoint.path, (request) => Lists.page(state, endpoint, habits(), request))),
  ...Endpoints.unused.map((path) => get(path, () => Lists.answer([], undefined, habits()))),
  get(Endpoints.changes.path, (request) => Changes.page(state, habits(), request)),
  get(
    `${Endpoints.changes.path}/:employeeId`,
    (request) => Changes.ofPerson(state, habits(), request),
    right(Endpoints.changes.path)
  ),
  get(
    "/configuration/v1/org-levels/:level/:code",
    (request) =>
      Lists.one(
        state.held("orgLevel")?.table.get(`${parameter(request, "level")}:${parameter(request, "code")}`),
        habits()
      ),
    "org-levels"
  ),
  ...(["", "/configuration/v1"] as const).flatMap((prefix) => [
    single(state, habits, `${prefix}/jobs`, "job"),
    single(state, habits, `${prefix}/locations`, "location")
  ]),
  get(
    "/personnel/v1/companies/:companyId/employees/:employeeId/pto-plans/:ptoPlan",
    (request) => {
      const id = ["companyId", "employeeId", "ptoPlan"].map((name) => parameter(request, name)).join(":")
      return Lists.one(state.held("ptoPlan")?.table.get(id), habits())
    },
    "pto-plans"
  ),
  post("/payroll/v1/companies/pay-statements", (request) => Statements.ofCompany(state, habits(), request)),
  post("/payroll/v1/employees/pay-statement/last", (request) => Statements.last(state, habits(), request)),
  get(Scheduling.paths.timeOff, (request) => Scheduling.timeOff(state, habits(), request)),
  get(Scheduling.paths.employees, (request) => Scheduling.employees(state, habits(), request)),
  get(Scheduling.paths.teams, (request) => Scheduling.teams(state, habits(), request))
]
