/**
 * Days at a company: changes of many kinds, drawn from the seed.
 */
import * as Seeded from "@crosswalk/sandbox/Seeded"
import { Effect } from "effect"
import * as AccountIds from "./Account.ts"
import * as Edits from "./Edits.ts"
import { levels } from "./record/Setup.ts"
import type { State } from "./State.ts"
import * as Wire from "./Wire.ts"

const work = [
  ["address", 25],
  ["raise", 20],
  ["transfer", 15],
  ["leave", 10],
  ["hire", 10],
  ["timeOff", 5],
  ["decision", 5],
  ["contact", 6],
  ["rehire", 4]
] as const

/** Makes changes one by one; each call goes on where the last one ended. */
export const make = (state: State) => {
  const { account } = state
  const source = Seeded.make(account.seed, "ukg-pro.churn")
  let draws = 0
  return Effect.fnUntraced(function* (now: number) {
    const draw = draws++
    const row = Seeded.bits(source, draw, 1) % Math.max(1, account.people)
    const employee = AccountIds.employeeId(account, row)
    const company = AccountIds.company(account, AccountIds.companyOf(account, row)).id
    const employment = AccountIds.employmentId(company, employee)
    const drawn = account.people === 0 ? "hire" : Seeded.weighted(source, draw, 2, work)
    const change = drawn === "decision" && state.held("timeOffRequest")?.table.size() === 0 ? "timeOff" : drawn
    switch (change) {
      case "address":
        yield* Edits.edit(state, now, {
          kind: "employee",
          id: employee,
          fields: { addressLine1: `${draw} Moved Street` }
        })
        return { change, id: employee }
      case "raise": {
        const annualSalary = 30_000 + 520 * (Seeded.bits(source, draw, 3) % 150)
        const fields = {
          annualSalary,
          hourlyPayRate: Wire.cents(annualSalary / 2080),
          salaryEffectiveDate: Wire.day(now)
        }
        yield* Edits.edit(state, now, { kind: "employment", id: employment, fields })
        return { change, id: employment }
      }
      case "transfer": {
        const [, codes] = levels[1]
        const [orgLevel2Code] = codes[Seeded.bits(source, draw, 3) % codes.length] ?? codes[0]
        yield* Edits.edit(state, now, { kind: "employment", id: employment, fields: { orgLevel2Code } })
        return { change, id: employment }
      }
      case "leave":
        yield* Edits.terminate(state, now, employment, draw % 3 === 0 ? null : "203")
        return { change, id: employment }
      case "rehire":
        yield* Edits.rehire(state, now, employment)
        return { change, id: employment }
      case "timeOff": {
        const id = `${employment}:VAC`
        yield* Edits.edit(state, now, { kind: "ptoPlan", id, fields: { taken: 8 * (draw % 20) } })
        return { change, id }
      }
      case "decision": {
        const id = yield* Edits.decide(state, now, Seeded.bits(source, draw, 3))
        return { change, id }
      }
      case "contact": {
        const record = yield* Edits.create(state, now, { kind: change, parent: employee })
        return { change, id: Wire.text(record.contactId) }
      }
      case "hire": {
        const record = yield* Edits.create(state, now, { kind: "employee" })
        return { change, id: Wire.text(record.employeeId) }
      }
    }
  })
}
