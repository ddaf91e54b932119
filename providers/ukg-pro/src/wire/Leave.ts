/** Leave: plans, and requests of the scheduling module. */
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { docs } from "./Docs.ts"
import { Amount, Code, Day, Flag, Text } from "./Habits.ts"

/** What somebody has of one plan of paid time off. */
export const PtoPlan = Schema.Struct({
  employeeId: Wire.Id,
  companyId: Wire.Id,
  ptoPlan: Wire.Id,
  earned: Amount,
  taken: Amount,
  pendingBalance: Amount,
  earnedThroughDate: Day
}).annotate({ source: docs })

/** What somebody has of one plan of paid time off. */
export type PtoPlan = typeof PtoPlan.Type

const Named = Schema.optionalKey(Schema.NullOr(Schema.Struct({ id: Code, name: Text })))

/** A request for time off, day by day. */
export const TimeOffRequest = Schema.Struct({
  id: Wire.Id,
  comment: Text,
  days: Schema.optionalKey(
    Schema.NullOr(
      Schema.Array(
        Schema.Struct({
          date: Day,
          fullDay: Flag,
          status: Text,
          type: Named,
          reason: Named,
          empComment: Text,
          /** The person's number in the scheduling module. */
          empId: Code
        })
      )
    )
  )
}).annotate({ source: docs })

/** A request for time off. */
export type TimeOffRequest = typeof TimeOffRequest.Type

/** An employee as the scheduling module numbers them. */
export const ScheduledEmployee = Schema.Struct({ empId: Wire.Id, eeId: Code, coId: Code }).annotate({ source: docs })

/** An employee as the scheduling module numbers them. */
export type ScheduledEmployee = typeof ScheduledEmployee.Type
