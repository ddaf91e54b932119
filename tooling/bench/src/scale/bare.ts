/** The bare loop over a few people, and over so many: how fast each of them was, in records a second of processor time. */
import { randomUUID } from "node:crypto"
import { worked } from "../Rounds.ts"
import * as Account from "../sync/Account.ts"
import * as Bare from "../sync/Bare.ts"

const few = 10_000

const baseUrl = process.argv[2] ?? ""
const records = Number(process.argv[3])

const speed = (total: number) =>
  Account.inFolder(async (path) => {
    const began = worked()
    await Bare.sync(path("bench.db"), randomUUID(), baseUrl, String(total))
    return total / ((worked() - began) / 1000)
  })

for (let run = 0; run < 2; run++) await speed(few)
process.send?.({ few: await speed(few), many: await speed(records) })
process.disconnect()
