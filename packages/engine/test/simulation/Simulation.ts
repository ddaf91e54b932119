/**
 * Everything goes wrong that a seed decides: at the vendor, in the store, with the engines that run. Then it stops going
 * wrong, and what is stored must be what the vendor has, told in a feed that has no gap and nothing invented.
 */
import { Cause, Exit } from "effect"
import { hash } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import type { Summary } from "../../src/Summary.ts"
import { Broken, records } from "./Ledger.ts"
import * as Oracle from "./Oracle.ts"
import { type Mistake, type Started, World } from "./World.ts"

/** What a run of the simulation was. */
export interface Outcome {
  /** Everything that happened, in order. */
  readonly log: ReadonlyArray<string>
  readonly hash: string
}

/** Requests of a sync, at most, after which something befalls it, and steps after one. */
const longest = { requests: [10, 30], steps: 800 } as const

/** Steps before the first request, about. */
const beginning = 3000

/** Has something befall a process in the middle of whatever it is doing then. */
const strike = (world: World, started: Started, what: string, how: () => void): void => {
  const { scenario } = world
  const { process } = started
  const at = scenario.integer(-3, scenario.pick(longest.requests))
  if (at < 1) process.strikeAt = scenario.integer(1, beginning)
  started.onRequest = (count) => {
    if (count === at) process.strikeAt = process.steps + scenario.integer(1, longest.steps)
  }
  process.strike = () => {
    world.note(`${process.name}: ${what} after ${process.steps} steps`)
    how()
  }
}

const freeze = (world: World, { process }: Started, seconds: number): void => {
  // A server ends the connection of a client that keeps silent in the middle of a transaction, sooner or later.
  if (world.scenario.chance(0.5)) world.database.sever(process)
  process.freeze()
  world.inMinutes(seconds / 60, () => process.thaw())
}

const edit = (world: World, most: number): void => {
  for (let edits = world.scenario.integer(0, most); edits > 0; edits--) world.account.edit()
}

const round = (world: World): void => {
  const { scenario } = world
  if (scenario.chance(0.15)) world.edition = 2
  edit(world, 3)
  world.pause(scenario.integer(1, scenario.pick([3, 40, 400])))
  const isFull = () => scenario.chance(0.2)
  const first = world.sync(isFull())
  const all: Array<Started<Summary>> = [first]
  /** Another process takes the connector over, with this one still at work, or about to be again. */
  const rival = (): void => {
    if (scenario.chance(0.2)) world.edition = 2
    const other = world.sync(isFull())
    all.push(other)
    if (scenario.chance(0.3)) strike(world, other, "killed", () => other.process.kill())
  }
  switch (scenario.pick(["none", "kill", "kill", "freeze", "rival", "frozen rival", "frozen rival"] as const)) {
    case "kill":
      strike(world, first, "killed", () => first.process.kill())
      break
    case "freeze":
      strike(world, first, "frozen", () => freeze(world, first, scenario.integer(1, 5000)))
      break
    case "rival":
      strike(world, first, "rivalled", rival)
      break
    case "frozen rival":
      strike(world, first, "frozen and rivalled", () => {
        freeze(world, first, scenario.integer(1, scenario.pick([8, 120])))
        rival()
        edit(world, 16)
      })
  }
  for (const sync of all) world.await(sync)
}

const storm = (world: World): void => {
  const { database, scenario, vendor } = world
  vendor.weather = {
    faults: scenario.pick([0, 0.02, 0.1, 0.3]),
    oddities: scenario.pick([0, 0.1, 0.3]),
    outages: scenario.pick([0, 0.02])
  }
  const breaking = scenario.pick([0, 0, 0.002])
  database.fault = (sql) =>
    scenario.chance(sql === "COMMIT" ? breaking * 10 : breaking) ? scenario.pick(["before", "after"]) : null
  for (let rounds = scenario.integer(1, 3); rounds > 0; rounds--) round(world)
  world.isLively = false
  vendor.clear()
  world.account.mend()
  database.fault = () => null
}

const finish = (world: World, full: boolean): Summary => {
  const sync = world.sync(full)
  world.await(sync)
  if (sync.exit === null || Exit.isFailure(sync.exit)) {
    throw new Broken(
      `a sync fails though nothing is wrong: ${sync.exit === null ? "it died" : Cause.pretty(sync.exit.cause)}`
    )
  }
  return sync.exit.value
}

/** What an incremental sync finds of itself: not what a vendor's moving or hidden lists did not show. */
const foundAtOnce = ({ account, variant, vendor: { hidden } }: World): ((model: string, id: string) => boolean) => {
  const isPeople = variant.people === "cursor" && !hidden.has("people")
  const isPostings = variant.postings === "cursor" && !hidden.has("postings")
  return (model, id) => {
    if (model === "office" || model === "document") return true
    if (model === "job_interview_stage") return isPostings
    if (model === "note") return isPeople && !account.silent.has(id.slice(0, id.indexOf("-")))
    return isPeople && model === "reject_reason"
  }
}

/** Compares the store with the account, as far as `isFound` says; all of it with null. */
const compare = (world: World, isFound: ((model: string, id: string) => boolean) | null): void => {
  const stored = records(world.database, world.connector)
  const expected = Oracle.expected(world.account, world.edition)
  for (const [model, all] of expected) {
    for (const [id, told] of all) {
      if (isFound?.(model, id) === false) continue
      const one = stored.get(`${model} ${id}`)
      if (one === undefined || one.deleted) throw new Broken(`${model} ${id} is missing`)
      const fields = Object.fromEntries(Object.keys(told).map((name) => [name, one.record[name]]))
      if (!isDeepStrictEqual(fields, told)) {
        throw new Broken(`${model} ${id} is ${JSON.stringify(fields)}, and at the vendor ${JSON.stringify(told)}`)
      }
    }
  }
  if (isFound !== null) return
  for (const [name, one] of stored) {
    if (!one.deleted && expected.get(one.model)?.has(one.remoteId) !== true) {
      throw new Broken(`${name} is stored, and is not at the vendor`)
    }
  }
}

const settle = (world: World): void => {
  finish(world, false)
  compare(world, foundAtOnce(world))
  const summary = finish(world, true)
  if (summary.status !== "succeeded") throw new Broken(`nothing is wrong, and the sync ${JSON.stringify(summary)}`)
  compare(world, null)
  const before = world.ledger.length
  finish(world, world.scenario.chance(0.5))
  if (world.ledger.length !== before) throw new Broken("nothing changed at the vendor, and the feed tells of changes")
}

const told = (seed: number, log: ReadonlyArray<string>, why: unknown): string =>
  [
    `seed ${seed}: ${why instanceof Broken ? why.message : why instanceof Error ? why.stack : String(why)}`,
    `replay: CROSSWALK_SIMULATION_SEED=${seed} npx vitest run packages/engine/test/simulation`,
    "last events:",
    ...log.slice(-40)
  ].join("\n")

/** Runs one seed. Throws, with the way to replay it, when something does not hold. */
export const simulate = (seed: number, mistake: Mistake = {}): Outcome => {
  const world = new World(seed, mistake)
  try {
    storm(world)
    settle(world)
  } catch (why) {
    throw new Error(told(seed, world.log, why), { cause: why })
  } finally {
    world.close()
  }
  return { log: world.log, hash: hash("sha256", world.log.join("\n")) }
}
