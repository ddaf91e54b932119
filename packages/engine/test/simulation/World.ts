/** An account at the simulated vendor, a store, and the engines that sync the one into the other. */
import { Connectors } from "@crosswalk/store/Connectors"
import * as Store from "@crosswalk/store/Store"
import { Vault } from "@crosswalk/store/Vault"
import { Cause, type Context, Effect, Exit, Layer, Predicate, Redacted } from "effect"
import type { Summary } from "../../src/Summary.ts"
import * as Sync from "../../src/Sync.ts"
import { Random } from "../Random.ts"
import { Account } from "./Account.ts"
import * as Acme from "./Acme.ts"
import { Database } from "./Database.ts"
import { Broken, dump, Ledger } from "./Ledger.ts"
import { Machine, Process } from "./Machine.ts"
import * as Network from "./Network.ts"
import { Vendor } from "./Vendor.ts"

/** A mistake that somebody could make, put in for the simulation to find. */
export interface Mistake {
  /** Wraps the services that a sync works with. */
  readonly services?: (services: Context.Context<Store.Store>) => Context.Context<Store.Store>
  /** Changes the declaration of the vendor's filters. */
  readonly filters?: Acme.Filters
  /** Has the client take the vendor's failures for empty lists. */
  readonly hidesFailures?: boolean
}

/** A program that was started: the process, and how its program ended once it did. */
export interface Started<A = unknown> {
  readonly process: Process
  exit: Exit.Exit<A, unknown> | null
  /** Called with the number of its requests so far, at each. */
  onRequest: (count: number) => void
}

const connector = "00000000-0000-4000-8000-000000000001"
const neighbour = "00000000-0000-4000-8000-000000000002"
const credentials = { api_key: Redacted.make("acme-key") }
const start = 1_700_000_000_000
const minute = 60_000

const vault = Layer.orDie(Vault.layerKeys([Redacted.make("00".repeat(32))]))

/** What came of a sync, for the log. */
const toldOf = ({ exit, process }: Started<Summary>): string => {
  if (exit === null) return process.state
  if (Exit.isFailure(exit)) {
    return exit.cause.reasons
      .map((reason) =>
        Cause.isFailReason(reason) && Predicate.isTagged(reason.error, "FenceLost") ? "lost" : reason._tag
      )
      .join()
  }
  const { mode, resources, status } = exit.value
  return `${mode} ${status} ${Object.entries(resources).map(([name, { status }]) => `${name} ${status}`)}`
}

export class World {
  readonly log: Array<string> = []
  readonly scenario: Random
  readonly database: Database
  readonly account: Account
  readonly vendor: Vendor
  readonly ledger: Ledger
  readonly variant: Acme.Variant
  readonly connector = connector
  /** The provider package's version that processes are started with. */
  edition: Acme.Edition = 1
  /** Whether the account changes while it is read. */
  isLively = true
  readonly #machine: Machine
  readonly #network: Random
  readonly #mistake: Mistake
  readonly #neighbour: string
  readonly #landing: "everything" | "read"
  #broken: unknown = null
  #processes = 0

  constructor(seed: number, mistake: Mistake) {
    const root = new Random(seed)
    const chance = () => new Random(root.integer(0, 0x7fff_ffff))
    this.scenario = chance()
    this.#network = chance()
    this.#mistake = mistake
    this.#machine = new Machine(chance(), start)
    this.database = Database.open()
    const tellsTime = this.scenario.chance(0.7)
    const skew = this.scenario.pick([0, -10, -10, -4, 4, 10]) * minute
    // Vendors who do not tell the time are asked by our clock: then its error counts against the overlap.
    const lateness = Math.max(0, 10 * minute - 5000 + (tellsTime ? 0 : Math.min(0, skew)))
    this.account = new Account(
      chance(),
      { skew, lateness },
      {
        now: () => this.#machine.now,
        note: (text) => this.note(text)
      }
    )
    this.vendor = new Vendor(this.account, chance(), { newestFirst: this.scenario.chance(0.5), tellsTime })
    this.ledger = new Ledger(this.database, connector, this.vendor.served, this.account.deaths)
    const paging = () => this.scenario.pick(["cursor", "cursor", "offset", "counted", "numbered"] as const)
    this.variant = { people: paging(), postings: paging(), deletions: paging(), files: paging() }
    this.#landing = this.scenario.pick(["everything", "read"])
    this.note(`skew ${skew}, ${tellsTime ? "" : "un"}dated, ${Object.values(this.variant).join()}, ${this.#landing}`)
    this.#setUp()
    this.#neighbour = dump(this.database, neighbour)
    this.database.onStored = (process) => this.#guard(() => this.#stored(process))
  }

  close(): void {
    this.database.close()
  }

  note(text: string): void {
    this.log.push(`${((this.#machine.now - start) / 1000).toFixed(3)} ${text}`)
  }

  /** Goes on until the condition holds. Throws as soon as something is stored that must not be. */
  until(condition: () => boolean): void {
    this.#machine.until(() => this.#broken !== null || condition())
    if (this.#broken !== null) throw this.#broken
  }

  /** Has something happen in some minutes. */
  inMinutes(minutes: number, run: () => void): void {
    this.#machine.after(minutes * minute, run)
  }

  /** Lets some minutes pass. */
  pause(minutes: number): void {
    let isOver = false
    this.inMinutes(minutes, () => {
      isOver = true
    })
    this.until(() => isOver)
  }

  /** Starts a sync in a process of its own. */
  sync(full: boolean): Started<Summary> {
    const random = this.#network
    let requests = 0
    const network = Network.layer(
      this.#mistake.hidesFailures === true ? this.vendor.withoutFailures() : this.vendor,
      random,
      (text) => {
        this.note(text)
        started.onRequest(++requests)
        if (this.isLively && random.chance(0.3)) this.account.edit()
      }
    )
    const connection = {
      provider: Acme.provider(this.variant, this.edition, this.#mistake.filters),
      credentials,
      baseUrl: null,
      settings: { landing: this.#landing },
      onCredentials: () => Effect.void
    }
    const program = Sync.run({ connector, connection, scopes: null, full }).pipe(Effect.provide(network))
    const started = this.#start(`sync ${++this.#processes}`, program)
    this.note(`${started.process.name} begins${full ? ", full" : ""}, edition ${this.edition}`)
    return started
  }

  /** Waits for a sync's end, or its death, and looks at all that is stored. */
  await(started: Started<Summary>): void {
    const { process } = started
    this.until(() => started.exit !== null || process.state === "dead")
    this.note(`${process.name} ended after ${process.steps} steps: ${toldOf(started)}`)
    // Another process may be in the middle of a transaction.
    this.until(() => this.database.isSettled)
    this.check()
  }

  /** Looks at all that is stored. */
  check(): void {
    this.ledger.check()
    if (dump(this.database, neighbour) !== this.#neighbour) throw new Broken("another connector's rows were touched")
  }

  #guard(check: () => void): void {
    try {
      check()
    } catch (broken) {
      this.#broken ??= broken
    }
  }

  #stored(process: Process): void {
    const news = this.ledger.follow(process.name)
    const told = news.map(({ model, operation, remoteId, seq }) => `${seq} ${operation} ${model} ${remoteId}`)
    this.note(`${process.name} stored ${told.join()}`)
  }

  #start<A, E>(name: string, program: Effect.Effect<A, E, Store.Store>): Started<A> {
    const process = new Process(name)
    const started: Started<A> = { process, exit: null, onRequest: () => {} }
    const services = Store.layer.pipe(
      Layer.provideMerge(this.database.layer(process)),
      Layer.provide(vault),
      Layer.orDie,
      Layer.build,
      Effect.map((services) => this.#mistake.services?.(services) ?? services)
    )
    const own = Effect.scoped(Effect.flatMap(services, (services) => Effect.provideContext(program, services)))
    this.#machine.start(process, own, (exit) => {
      started.exit = exit
    })
    return started
  }

  /** Makes the connector, and one beside it that has some rows. */
  #setUp(): void {
    const create = Connectors.use((connectors) =>
      Effect.forEach([connector, neighbour], (id) =>
        connectors.create({ id, provider: "acme", category: "ats", credentials })
      )
    )
    const started = this.#start("setup", create)
    this.until(() => started.exit !== null)
    if (started.exit !== null && Exit.isFailure(started.exit)) throw new Broken(String(started.exit.cause))
    const own = { resource: "people", key: "p10", run: "run", at: new Date(start).toISOString() }
    this.database.query(
      `INSERT INTO remotes (connector_id, resource, key, hash, seen_run, data) VALUES (?, ?, ?, 'hash', ?, '{}')`,
      neighbour,
      own.resource,
      own.key,
      own.run
    )
    this.database.query(
      `INSERT INTO links (connector_id, resource, key, link, target) VALUES (?, ?, ?, 'department/people', 'h1')`,
      neighbour,
      own.resource,
      own.key
    )
    this.database.query(
      `INSERT INTO records (connector_id, model, id, remote_id, hash, modified_at, data)
       VALUES (?, 'reject_reason', 'neighbour', ?, 'hash', ?, '{}')`,
      neighbour,
      own.key,
      own.at
    )
    this.database.query(
      `INSERT INTO due (connector_id, resource, parent, run_id) VALUES (?, 'notes', ?, ?)`,
      neighbour,
      own.key,
      own.run
    )
    this.database.query(
      `INSERT INTO checkpoints (connector_id, resource, run_id, state, seq) VALUES (?, ?, ?, 'walking', 1)`,
      neighbour,
      own.resource,
      own.run
    )
  }
}
