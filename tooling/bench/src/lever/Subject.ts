/** Lever's opportunity, which makes a candidate and an application, and all who map it. */
import { Opportunity } from "@crosswalk/lever/wire/Opportunity"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Schema } from "effect"
import type { Subject } from "../Subject.ts"
import * as Crosswalk from "./Crosswalk.ts"
import { record } from "./Records.ts"
import * as Zod from "./Zod.ts"

/** A copy of the hand-written mapping for one contender; see `Line`. */
const byHand = async (contender: string): Promise<typeof import("./ByHand.ts")> =>
  import(new URL(`ByHand.ts?${contender}`, import.meta.url).href)

const contenders: Subject["contenders"] = async () => {
  const floor = await byHand("floor")
  const zod = await byHand("zod")
  const ajv = await byHand("ajv")
  const document = Schema.toJsonSchemaDocument(Opportunity)
  const isOpportunity = new Ajv2020({ strict: false }).compile<Opportunity>({
    ...document.schema,
    $defs: document.definitions
  })
  return [
    { name: "by hand", kind: "floor", read: floor.read },
    { name: "crosswalk", kind: "crosswalk", read: Crosswalk.read },
    {
      name: "zod 4 + the same map",
      kind: "rival",
      read: (items, identify) => {
        const fitting: Array<Opportunity> = []
        for (const item of items) {
          const { data } = Zod.Opportunity.safeParse(item)
          if (data !== undefined) fitting.push(data)
        }
        return zod.map(fitting, identify)
      }
    },
    {
      name: "ajv + the same map",
      kind: "rival",
      read: (items, identify) => {
        const fitting: Array<Opportunity> = []
        for (const item of items) if (isOpportunity(item)) fitting.push(item)
        return ajv.map(fitting, identify)
      }
    }
  ]
}

/** The subject. */
export const subject: Subject = { name: "lever.opportunity", record, contenders }
