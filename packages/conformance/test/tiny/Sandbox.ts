/** The tiny vendor's simulator. */
import * as Action from "@crosswalk/sandbox/Action"
import * as Answer from "@crosswalk/sandbox/Answer"
import * as Control from "@crosswalk/sandbox/Control"
import * as Epoch from "@crosswalk/sandbox/Epoch"
import * as Faults from "@crosswalk/sandbox/Faults"
import * as Request from "@crosswalk/sandbox/Request"
import * as SandboxServer from "@crosswalk/sandbox/SandboxServer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Options, Simulator } from "@crosswalk/sandbox/Simulator"
import * as Stats from "@crosswalk/sandbox/Stats"
import type { Vendor } from "@crosswalk/sandbox/Vendor"
import { Effect } from "effect"

type Row = Answer.JsonObject & { readonly id: string }

const problem = (status: number, message: string) => Answer.json({ message }, status)

const notFound = problem(404, "there is no such thing")

const rights = ["people", "teams", "ranks", "remarks"]

/** The account's records, and what its people do to them. */
const accountOf = (seed: number, size: number, epoch: number) => {
  const source = Seeded.make(seed, "tiny")
  const people = new Map<string, Row>()
  const remarks = new Map<string, ReadonlyArray<Row>>()
  const teams = new Map<string, Row>(
    ["t1", "t2", "t3"].map((id) => [id, { id, label: `Team ${id}`, above: id === "t1" ? null : "t1" }])
  )
  let made = 0
  const add = (at: number, fields: Answer.JsonObject = {}): Row => {
    const id = `p${String(1000 + made++)}`
    const draw = Seeded.bits(source, made, 1)
    const row = {
      id,
      name: draw % 5 === 0 ? null : `Person ${draw % 100}`,
      emails: [`${id}@mail.example`],
      status: ["working", "left", "elsewhere"][draw % 3] ?? "working",
      team: `t${1 + (draw % 3)}`,
      created: at,
      updated: at,
      ...fields
    }
    people.set(id, row)
    remarks.set(
      id,
      Array.from({ length: draw % 4 }, (_, nth) => ({ id: `${id}-n${nth}`, text: `Remark ${nth}` }))
    )
    return row
  }
  for (let nth = 0; nth < size; nth++) add(epoch - 1000 * (size - nth))
  const edit = (at: number, id: string, fields: Answer.JsonObject): Row | undefined => {
    const row = people.get(id)
    if (row === undefined) return undefined
    const changed = { ...row, updated: at, ...fields }
    people.set(id, changed)
    return changed
  }
  let draws = 0
  const churn = (at: number) => {
    const draw = draws++
    const ids = [...people.keys()]
    const id = ids[Seeded.bits(source, draw, 2) % Math.max(1, ids.length)] ?? ""
    const kind = Seeded.bits(source, draw, 3) % 10
    if (kind === 0) people.delete(id)
    else if (kind < 3) add(at)
    else if (kind === 3) teams.set("t3", { id: "t3", label: `Team ${draw}`, above: "t2" })
    else if (kind < 6) {
      remarks.set(id, [{ id: `${id}-x${draw}`, text: `New ${draw}` }])
      edit(at, id, {})
    } else edit(at, id, { name: `Renamed ${draw}`, team: `t${1 + (draw % 3)}` })
    return { change: String(kind), id }
  }
  return { people, remarks, teams, add, edit, churn }
}

const pageOf = (request: Request.Request, rows: ReadonlyArray<Row>): Answer.Answer => {
  const limit = Number(request.query.get("limit") ?? 2)
  const from = request.query.get("offset") ?? ""
  const rest = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => id >= from)
  const next = rest[limit]?.id
  const data = rest.slice(0, limit)
  return next === undefined
    ? Answer.json({ data, hasNext: false })
    : { ...Answer.json({ data, hasNext: true, next }), continues: true }
}

const start = Effect.fnUntraced(function* ({
  epoch = Epoch.standard,
  faults: spec,
  records = 20,
  seed = 1
}: Options = {}) {
  const now = yield* Epoch.clock(epoch)
  const account = accountOf(seed, records, epoch)
  const revoked = new Set<string>()
  const faults = Faults.make(seed, spec ?? Faults.none)
  const stats = Stats.make()
  const routes: Vendor["routes"] = [
    {
      method: "GET",
      path: "/v1/people",
      right: "people",
      answer: (request) => {
        const updated = Number(request.query.get("updated_since") ?? 0)
        const created = Number(request.query.get("created_since") ?? 0)
        return pageOf(
          request,
          [...account.people.values()].filter((row) => Number(row.updated) >= updated && Number(row.created) >= created)
        )
      }
    },
    {
      method: "GET",
      path: "/v1/people/:id",
      right: "people",
      answer: (request) => {
        const row = account.people.get(Request.parameter(request, "id"))
        return row === undefined ? notFound : Answer.json({ data: row })
      }
    },
    {
      method: "GET",
      path: "/v1/people/:id/remarks",
      right: "remarks",
      answer: (request) => {
        const id = Request.parameter(request, "id")
        return account.people.has(id) ? pageOf(request, account.remarks.get(id) ?? []) : notFound
      }
    },
    {
      method: "GET",
      path: "/v1/teams",
      right: "teams",
      answer: () => Answer.json({ data: [...account.teams.values()] })
    },
    {
      method: "GET",
      path: "/v1/ranks",
      right: "ranks",
      answer: (request) => {
        const size = Number(request.query.get("per_page") ?? 3)
        const from = (Number(request.query.get("page") ?? 1) - 1) * size
        return Answer.json(Array.from({ length: 7 }, (_, id) => ({ id, rank: `Rank ${id}` })).slice(from, from + size))
      }
    }
  ]
  const unknown = (action: string) => Effect.fail(new Action.ActionError({ action, reason: "there is no such thing" }))
  const known = (right: string, change: () => void) => (rights.includes(right) ? Effect.sync(change) : unknown("right"))
  const control = {
    ...Control.server(stats, faults),
    revoke: (right: string) => known(right, () => revoked.add(right)),
    grant: (right: string) => known(right, () => revoked.delete(right)),
    create: ({ fields, kind }: Control.Create) =>
      kind === "people" ? Effect.map(now, (at) => account.add(at, fields)) : unknown("create"),
    edit: ({ fields, id, kind }: Control.Edit) =>
      Effect.flatMap(now, (at) => {
        const row = kind === "people" ? account.edit(at, id, fields) : undefined
        return row === undefined ? unknown("edit") : Effect.succeed(row)
      }),
    remove: ({ id, kind }: Control.Remove) =>
      Effect.suspend(() => (kind === "people" && account.people.delete(id) ? Effect.void : unknown("remove"))),
    churn: ({ count }: { readonly count: number }) =>
      Effect.map(now, (at) => Array.from({ length: count }, () => account.churn(at)))
  }
  const origin = yield* SandboxServer.serve({
    port: 0,
    stats,
    faults,
    now,
    bucket: undefined,
    actions: Control.actions(control),
    vendor: {
      provider: "tiny",
      basePath: "/v1",
      routes,
      refuse: (request, right) => {
        if (Request.basic(request)?.user !== "tiny-key") return problem(401, "who are you?")
        return revoked.has(right) ? problem(403, `you may not read ${right}`) : undefined
      },
      problems: { notFound, rateLimited: problem(429, "slow down"), expiredCursor: undefined },
      cursorParameters: ["offset"],
      endMarkers: [],
      headers: {}
    }
  })
  return { provider: "tiny", baseUrl: `${origin}/v1`, credentials: { api_key: "tiny-key" }, control }
})

/** The tiny vendor's simulator. */
export const sandbox: Simulator = { provider: "tiny", start }
