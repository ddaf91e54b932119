/**
 * Syncs so many people into a file, in a process of its own that has synced some before, and tells how fast that was, how
 * much more memory it took at the end than after the first tenth of 100,000, and what a page costs at both ends.
 */
import { RecordQuery } from "@crosswalk/store/RecordQuery"
import { Effect } from "effect"
import * as Crowd from "../Crowd.ts"
import { provider } from "../pull/Vendor.ts"
import { quantile, worked } from "../Rounds.ts"
import * as Account from "../sync/Account.ts"

const warm = 10_000
const limit = 100
const pages = 100

const baseUrl = process.argv[2] ?? ""
const records = Number(process.argv[3])

const peak = () => process.resourceUsage().maxRSS * 1024

/** A page in milliseconds, at each of the first places and at each of the last ones in turn. */
const paging = Effect.fnUntraced(function* (connector: string) {
  const query = yield* RecordQuery
  const from = (after: number) =>
    Effect.map(
      query.page(connector, "candidate", {
        filter: { _tag: "All", filters: [] },
        includeDeleted: false,
        limit,
        start: { after }
      }),
      (page) => {
        if (page.length !== limit) throw new Error(`A page of ${page.length} came after ${after}`)
      }
    )
  const times = { first: new Array<number>(), deep: new Array<number>() }
  for (let round = 0; round < 5; round++) {
    for (let page = 0; page < pages; page++) {
      for (const [where, after] of [
        ["first", page * limit],
        ["deep", records - (page + 1) * limit]
      ] as const) {
        const began = performance.now()
        yield* from(after)
        if (round > 0) times[where].push(performance.now() - began)
      }
    }
  }
  return { first: quantile(times.first, 0.5), deep: quantile(times.deep, 0.5) }
})

const synced = (total: number, isMeasured: boolean) =>
  Account.inFolder((path) =>
    Effect.gen(function* () {
      const began = worked()
      let early = 0
      const { connector } = yield* Account.sync(provider, baseUrl, String(total), { rateLimit: null }, (progress) =>
        Effect.sync(() => {
          if (progress.records <= warm) early = peak()
        })
      )
      const speed = total / ((worked() - began) / 1000)
      return { speed, grown: peak() - early, ...(isMeasured ? yield* paging(connector) : { first: 0, deep: 0 }) }
    }).pipe(Effect.provide(Account.layer(path("bench.db"))), Effect.runPromise)
  )

Crowd.run(40)
for (let run = 0; run < 2; run++) await synced(warm, false)
process.send?.(await synced(records, true))
process.disconnect()
