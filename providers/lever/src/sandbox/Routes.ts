/**
 * The addresses of the simulated API.
 */
import type { Answer, Json, JsonObject } from "@crosswalk/sandbox/Answer"
import { json } from "@crosswalk/sandbox/Answer"
import type { Request } from "@crosswalk/sandbox/Request"
import { parameter } from "@crosswalk/sandbox/Request"
import type { Route } from "@crosswalk/sandbox/Route"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Result } from "effect"
import * as Child from "./Child.ts"
import type { Credentials } from "./Credentials.ts"
import * as Eeo from "./Eeo.ts"
import * as Expand from "./Expand.ts"
import * as Feedback from "./Feedback.ts"
import * as Filters from "./Filters.ts"
import * as Forms from "./Forms.ts"
import * as Labels from "./Labels.ts"
import * as Lists from "./Lists.ts"
import * as Problems from "./Problems.ts"
import * as Requisitions from "./Requisitions.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

export const basePath = "/v1"

const get = (path: `/${string}`, right: string | undefined, answer: (request: Request) => Answer): Route => ({
  method: "GET",
  path: `${basePath}${path}`,
  right,
  answer
})

const viewed = (view: Result.Result<Lists.View, Answer>, answer: (view: Lists.View) => Answer): Answer =>
  Result.merge(Result.map(view, answer))

export const make = (state: State, credentials: Credentials): ReadonlyArray<Route> => [
  { method: "POST", path: "/oauth/token", right: undefined, answer: credentials.token },
  { method: "GET", path: "/authorize", right: undefined, answer: credentials.authorize },
  ...opportunityRoutes(state, credentials),
  ...childRoutes(state, credentials),
  ...jobRoutes(state, credentials),
  ...surveyRoutes(state),
  ...accountRoutes(state)
]

const opportunityRoutes = (state: State, { has }: Credentials): ReadonlyArray<Route> => {
  const { account, tables } = state
  const applicationOf = (opportunity: JsonObject) => state.children("application", Wire.text(opportunity.id))[0] ?? {}
  const contactTable = (contact: string) => state.opportunitiesOf(contact)
  return [
    get("/opportunities", "opportunities", (request) =>
      viewed(Filters.opportunities(account, request, has("confidential"), applicationOf), (view) => {
        const shape = Expand.opportunity(state, request)
        const contacts = request.query.getAll("contact_id")
        if (contacts.length === 0) return Lists.byStageRank(account, request, tables.opportunities, { ...view, shape })
        // One person's opportunities are known without a walk through everybody's.
        const found = contacts.flatMap(contactTable).filter((record) => view.accepts?.(record) !== false)
        return Lists.short(request, found.map(shape))
      })
    ),
    get("/opportunities/deleted", "opportunities", (request) =>
      viewed(Filters.deleted(request), (view) => Lists.newestFirst(request, tables.deletedOpportunities, view))
    ),
    get("/opportunities/:id", "opportunities", (request) => {
      const record = tables.opportunities.get(parameter(request, "id"))
      if (record?.confidentiality === "confidential" && !has("confidential")) {
        return Problems.forbidden("confidential data")
      }
      return Lists.one(record === undefined ? undefined : Expand.opportunity(state, request)(record))
    }),
    get("/applications/deleted", "applications", (request) =>
      viewed(Filters.deleted(request), (view) => Lists.newestFirst(request, tables.deletedApplications, view))
    ),
    get("/contacts/:id", "contact", (request) => Lists.one(state.contact(parameter(request, "id"))))
  ]
}

const rightOf: Readonly<Record<keyof typeof Child.paths, string>> = {
  applications: "applications",
  offers: "offers",
  interviews: "interviews",
  panels: "panels",
  feedback: "feedback",
  notes: "notes",
  files: "files",
  resumes: "resumes",
  referrals: "referrals"
}

const segments = [
  "applications",
  "offers",
  "interviews",
  "panels",
  "feedback",
  "notes",
  "files",
  "resumes",
  "referrals"
] as const

const childRoutes = (state: State, { has }: Credentials): ReadonlyArray<Route> => {
  const parent = (request: Request): Result.Result<string, Answer> => {
    const record = state.tables.opportunities.get(parameter(request, "id"))
    if (record === undefined) return Result.fail(Problems.notFound)
    return record.confidentiality === "confidential" && !has("confidential")
      ? Result.fail(Problems.forbidden("confidential data"))
      : Result.succeed(parameter(request, "id"))
  }
  return segments.flatMap((segment) => {
    const kind = Child.paths[segment]
    return [
      get(`/opportunities/:id/${segment}`, rightOf[segment], (request) =>
        Result.all({ opportunity: parent(request), accepts: Filters.uploaded(request) }).pipe(
          Result.map(({ accepts, opportunity }) => {
            const children = state.children(kind, opportunity)
            const dated = segment === "files" || segment === "resumes"
            return Lists.short(request, (dated ? children.filter(accepts) : children).map(Expand.child(state, request)))
          }),
          Result.merge
        )
      ),
      get(`/opportunities/:id/${segment}/:child`, rightOf[segment], (request) =>
        Result.merge(
          Result.map(parent(request), (opportunity) => {
            const child = state.children(kind, opportunity).find(({ id }) => id === parameter(request, "child"))
            const extra: JsonObject =
              kind === "application"
                ? { ipAddress: null, referer: null, userAgent: null, acceptLanguage: null, timezone: null }
                : {}
            return Lists.one(child === undefined ? undefined : { ...child, ...extra })
          })
        )
      )
    ]
  })
}

const jobRoutes = (state: State, { has }: Credentials): ReadonlyArray<Route> => {
  const { account, tables } = state
  return [
    get("/postings", "postings", (request) =>
      viewed(Filters.postings(request, has("confidential")), (view) =>
        Lists.newestFirst(request, tables.postings, view)
      )
    ),
    get("/postings/deleted", "postings", (request) =>
      viewed(Filters.deleted(request), (view) => Lists.newestFirst(request, tables.deletedPostings, view))
    ),
    get("/postings/:id", "postings", (request) => {
      const record = tables.postings.get(parameter(request, "id"))
      return record?.confidentiality === "confidential" && !has("confidential")
        ? Problems.forbidden("confidential data")
        : Lists.one(record)
    }),
    get("/postings/:id/apply", "postings", (request) => {
      const id = parameter(request, "id")
      const record = tables.postings.get(id)
      if (record === undefined) return Problems.notFound
      return Lists.one(Forms.form(account, Seeded.indexOf(account.source.posting, id) ?? 0, id, Wire.text(record.text)))
    }),
    get("/postings/:id/users", "postings", (request) => {
      const record = tables.postings.get(parameter(request, "id"))
      if (record === undefined) return Problems.notFound
      return json({ posting: record.id ?? "", users: record.followers ?? [], roles: {} })
    }),
    get("/requisitions", "requisitions", (request) =>
      viewed(Filters.requisitions(request, has("confidential")), (view) =>
        Lists.newestFirst(request, tables.requisitions, view)
      )
    ),
    get("/requisitions/:id", "requisitions", (request) => Lists.one(tables.requisitions.get(parameter(request, "id")))),
    get("/requisition_fields", "requisition_fields", () => json({ data: Requisitions.fields })),
    get("/requisition_fields/:id", "requisition_fields", (request) =>
      Lists.one(Requisitions.fields.find(({ id }) => id === parameter(request, "id")))
    )
  ]
}

const surveyRoutes = (state: State): ReadonlyArray<Route> => {
  const { account, tables } = state
  const record = (survey: JsonObject, shape: typeof Eeo.identified): JsonObject | undefined => {
    const id = Wire.text(survey.id)
    const opportunity = tables.opportunities.get(id)
    const application = state.children("application", id)[0]
    if (opportunity === undefined || application === undefined) return undefined
    const row = Seeded.indexOf(account.source.opportunity, id) ?? 0
    const title = tables.postings.get(Wire.text(application.posting))?.text ?? null
    return shape(opportunity, application, title, Eeo.answers(account, row))
  }
  const answer = (request: Request, names: readonly [string, string], shape: typeof Eeo.identified) =>
    viewed(Filters.surveys(request, ...names), (view) =>
      Lists.newestFirst(request, tables.surveys, {
        acceptsRow: (row) => Eeo.exists(account, row),
        accepts: (survey) => view.accepts?.(survey) !== false && record(survey, shape) !== undefined,
        shape: (survey): Json => record(survey, shape) ?? {}
      })
    )
  return [
    get("/eeo/responses", "eeo_responses", (request) => answer(request, ["fromDate", "toDate"], Eeo.anonymous)),
    get("/eeo/responses/pii", "eeo_responses_pii", (request) =>
      answer(request, ["created_at_start", "created_at_end"], Eeo.identified)
    )
  ]
}

const accountRoutes = (state: State): ReadonlyArray<Route> => {
  const { account, tables } = state
  const stages = account.stages.map(({ id, text }) => ({ id, text }))
  const reasons = account.reasons.map(({ id, status, text, type }) => ({ id, text, status, type }))
  const templates = Feedback.templates(account)
  return [
    get("/users", "users", (request) => Lists.newestFirst(request, tables.users, Filters.users(request))),
    get("/users/:id", "users", (request) => Lists.one(tables.users.get(parameter(request, "id")))),
    get("/stages", "stages", (request) => Lists.short(request, stages)),
    get("/stages/:id", "stages", (request) => Lists.one(stages.find(({ id }) => id === parameter(request, "id")))),
    get("/disposition_stages", "stages", () =>
      json({
        data: {
          stages: account.stages.map(({ hasInterview, id, pipeline, rank, text }) => ({
            id,
            text,
            pipeline,
            rank,
            hasInterview
          })),
          archiveReasons: reasons.map((reason) => (reason.status === "inactive" ? { ...reason, type: null } : reason))
        }
      })
    ),
    get("/archive_reasons", "archive_reasons", (request) => {
      const type = request.query.get("type")
      return Lists.short(
        request,
        reasons.filter((reason) => type === null || reason.type === type)
      )
    }),
    get("/archive_reasons/:id", "archive_reasons", (request) =>
      Lists.one(reasons.find(({ id }) => id === parameter(request, "id")))
    ),
    get("/tags", "tags", (request) => Lists.short(request, Labels.tags(state))),
    get("/sources", "sources", (request) => Lists.short(request, Labels.sources(state))),
    get("/feedback_templates", "feedback_templates", (request) => Lists.short(request, templates)),
    get("/feedback_templates/:id", "feedback_templates", (request) =>
      Lists.one(templates.find(({ id }) => id === parameter(request, "id")))
    )
  ]
}
