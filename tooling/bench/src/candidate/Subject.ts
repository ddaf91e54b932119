/** The synthetic candidate of about 3 kB, and all who map it. */
import { Schema } from "effect"
import { Ajv2020 } from "ajv/dist/2020.js"
import type { Made } from "../Line.ts"
import type { Subject } from "../Subject.ts"
import * as Crosswalk from "./Crosswalk.ts"
import * as Jsonata from "./Jsonata.ts"
import * as Mapping from "./Mapping.ts"
import * as Morphism from "./Morphism.ts"
import { record } from "./Records.ts"
import * as Zod from "./Zod.ts"

/** A copy of the hand-written mapping for one contender; see `Line`. */
const byHand = async (contender: string): Promise<typeof import("./ByHand.ts")> =>
  import(new URL(`ByHand.ts?${contender}`, import.meta.url).href)

const contenders: Subject["contenders"] = async () => {
  const floor = await byHand("floor")
  const zod = await byHand("zod")
  const ajv = await byHand("ajv")
  const isPerson = new Ajv2020().compile<Mapping.Person>(Schema.toJsonSchemaDocument(Mapping.Person).schema)
  return [
    {
      name: "by hand",
      kind: "floor",
      read: (items, identify) => {
        const mapped: Array<Made> = []
        for (const item of items) {
          const record = floor.read(item, identify)
          if (record !== null) mapped.push({ model: "candidate", record })
        }
        return mapped
      }
    },
    {
      name: "crosswalk",
      kind: "crosswalk",
      read: (items, identify) => {
        const mapped: Array<Made> = []
        for (const item of items) {
          const record = Crosswalk.read(item, identify)
          if (record !== null) mapped.push({ model: "candidate", record })
        }
        return mapped
      }
    },
    {
      name: "zod 4 + the same map",
      kind: "rival",
      read: (items, identify) => {
        const mapped: Array<Made> = []
        for (const item of items) {
          const { data } = Zod.Person.safeParse(item)
          if (data !== undefined) mapped.push({ model: "candidate", record: zod.map(data, identify) })
        }
        return mapped
      }
    },
    {
      name: "ajv + the same map",
      kind: "rival",
      read: (items, identify) => {
        const mapped: Array<Made> = []
        for (const item of items)
          if (isPerson(item)) mapped.push({ model: "candidate", record: ajv.map(item, identify) })
        return mapped
      }
    },
    { name: "morphism, unchecked", kind: "rival", read: Morphism.read },
    { name: "JSONata, unchecked", kind: "rival", read: Jsonata.read }
  ]
}

/** The subject. */
export const subject: Subject = { name: "synthetic.candidate", record, contenders }
