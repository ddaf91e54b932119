/**
 * Days at a company that hires: changes of many kinds, drawn from the seed.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Effect } from "effect"
import { id } from "./Account.ts"
import * as Edits from "./Edits.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

const work = [
  ["move", 35],
  ["title", 15],
  ["reject", 12],
  ["note", 10],
  ["create", 10],
  ["interview", 6],
  ["offer", 5],
  ["hire", 4],
  ["remove", 3]
] as const

/** Makes changes one by one; each call goes on where the last one ended. */
export const make = (state: State) => {
  const { account } = state
  const source = Seeded.make(account.seed, "greenhouse.churn")
  let draws = 0

  const stageOf = (application: JsonObject, draw: number): string => {
    const stages = state.list("job_interview_stages")
    const found = stages === undefined ? [] : state.below(stages, Wire.id(application.job_id))
    return Wire.id(found[Seeded.bits(source, draw, 3) % Math.max(1, found.length)]?.id)
  }

  return Effect.fnUntraced(function* (now: number) {
    const draw = draws++
    const row = Seeded.bits(source, draw, 1) % Math.max(1, account.candidates)
    const candidate = String(id(account, "candidates", row))
    const applicationId = String(id(account, "applications", row))
    const application = state.get("applications", applicationId)
    const drawn = Seeded.weighted(source, draw, 2, work)
    const change = application === undefined || (drawn === "move" && application.job_id === null) ? "create" : drawn
    switch (change) {
      case "move":
        yield* Edits.move(state, now, applicationId, stageOf(application ?? {}, draw))
        return { change, id: applicationId }
      case "title":
        yield* Edits.edit(state, now, { kind: "candidate", id: candidate, fields: { title: `Lead, ${draw} reports` } })
        return { change, id: candidate }
      case "reject":
      case "hire":
        yield* Edits.decide(state, now, applicationId, change === "hire" ? "hired" : "rejected", null)
        return { change, id: applicationId }
      case "note":
      case "interview":
      case "offer": {
        const parent = change === "note" ? candidate : applicationId
        const record = yield* Edits.create(state, now, { kind: change, parent })
        return { change, id: Wire.id(record.id) }
      }
      case "remove":
        yield* Edits.remove(state, { kind: "candidate", id: candidate })
        return { change, id: candidate }
      case "create": {
        const made = yield* Edits.create(state, now, { kind: "candidate" })
        yield* Edits.create(state, now, { kind: "application", parent: Wire.id(made.id) })
        return { change, id: Wire.id(made.id) }
      }
    }
  })
}
