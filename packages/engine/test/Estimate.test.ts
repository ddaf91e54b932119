import { assert, it } from "@effect/vitest"
import * as Estimate from "../src/Estimate.ts"

const lists = [
  { name: "users", parent: null, expected: null },
  { name: "opportunities", parent: null, expected: null },
  { name: "notes", parent: "opportunities", expected: null },
  { name: "offers", parent: "opportunities", expected: null }
]
const limit = { limit: 10, windowSeconds: 1, burst: 10 }
const page = (resource: string, records: number) => ({ resource, step: "page", records, waiting: null }) as const
const child = (resource: string, waiting: number) => ({ resource, step: "children", records: 1, waiting }) as const

it("foresees a request for every child list, at the vendor's limit", () => {
  const follower = Estimate.make(lists, limit, 0)
  assert.strictEqual(follower.step(page("users", 20), 500).remainingSeconds, null)
  const read = follower.step(page("opportunities", 100), 1000)
  assert.strictEqual(read.records, 120)
  assert.strictEqual(read.perSecond, 120)
  assert.strictEqual(read.remainingSeconds, 20)
})

it("takes the rate at which children come when it is below the limit", () => {
  const follower = Estimate.make(lists, limit, 0)
  follower.step(page("opportunities", 100), 1000)
  follower.step(child("notes", 99), 1000)
  for (let done = 1; done < 9; done++) follower.step(child("notes", 99 - done), 1000 + done * 100)
  const { lists: read, remainingSeconds } = follower.step(child("notes", 90), 3000)
  assert.strictEqual(read.get("notes")?.waiting, 90)
  assert.strictEqual(remainingSeconds, (90 + 100) / 5)
})

it("foresees nothing without a limit and without experience", () => {
  const follower = Estimate.make(lists, null, 0)
  assert.strictEqual(follower.step(page("opportunities", 100), 1000).remainingSeconds, null)
})

it("foresees the pages of lists whose length is known, and names the others", () => {
  const follower = Estimate.make(
    lists.map((list) => (list.name === "opportunities" ? { ...list, expected: 500 } : list)),
    limit,
    0
  )
  // 500 opportunities are 5 pages of 100, and the two lists below are asked for each of them.
  const users = follower.step({ ...page("users", 100), expected: 300 }, 500)
  assert.strictEqual(users.remainingSeconds, (2 + 5 + 500 * 2) / 10)
  assert.deepStrictEqual(users.unknown, [])
  // The vendor knows better than what was stored.
  const read = follower.step({ ...page("opportunities", 100), expected: 200 }, 1000)
  assert.strictEqual(read.remainingSeconds, 1 / 2 + (200 * 2) / 10)
  assert.deepStrictEqual(Estimate.make(lists, limit, 0).step(page("users", 1), 0).unknown, ["users", "opportunities"])
})

it("foresees pages at the vendor's limit for a run that is taken up among the children and has read none", () => {
  const known = lists.map((list) => (list.name === "offers" ? { ...list, parent: null, expected: 50 } : list))
  assert.strictEqual(Estimate.make(known, limit, 0).step(child("notes", 20), 2000).remainingSeconds, (50 + 20) / 10)
})
