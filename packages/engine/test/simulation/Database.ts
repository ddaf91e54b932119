/**
 * One SQLite database in memory as the server that all processes of a machine room share: one transaction at a time, and
 * connections that break. The statements, their errors and their effects are those of the real embedded store.
 */
import * as SqliteClient from "@crosswalk/store/SqliteClient"
import { Effect, Exit, Layer, Predicate, Scope } from "effect"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as SqlClient from "effect/sql/SqlClient"
import type { Connection } from "effect/sql/SqlConnection"
import { ConnectionError, SqlError } from "effect/sql/SqlError"
import * as Statement from "effect/sql/Statement"
import type { Process } from "./Machine.ts"

/** What befalls a statement: the connection breaks before it is executed, or after, so that only the answer is lost. */
export type Fault = "before" | "after"

/** One connection of a process, for as long as it is lent. */
interface Session {
  readonly process: Process
  isBroken: boolean
}

const lost = new SqlError({
  reason: new ConnectionError({ message: "the connection to the database was lost", cause: "cut off" })
})

/** A statement of its own, outside a transaction, that stores something: reading ones begin with one of these words. */
const isStoring = (sql: string): boolean => !/^\s*(SELECT|WITH|ROLLBACK)/i.test(sql)

/** The server. */
export class Database {
  readonly #connection: Connection
  readonly #scope: Scope.Closeable
  #owner: Session | null = null
  readonly #sessions = new WeakMap<Connection, Session>()
  readonly #waiting: Array<{ readonly session: Session; readonly grant: () => void }> = []
  /** Decides what befalls a statement. */
  fault: (sql: string) => Fault | null = () => null
  /** Called when something was stored. */
  onStored: (process: Process) => void = () => {}

  private constructor(connection: Connection, scope: Scope.Closeable) {
    this.#connection = connection
    this.#scope = scope
  }

  /** An empty database. */
  static open(): Database {
    const scope = Effect.runSync(Scope.make())
    const connection = SqliteClient.make({ filename: ":memory:" }).pipe(
      Effect.flatMap(({ reserve }) => reserve),
      Scope.provide(scope),
      Effect.provide(Reactivity.layer)
    )
    return new Database(Effect.runSync(connection), scope)
  }

  close(): void {
    Effect.runSync(Scope.close(this.#scope, Exit.void))
  }

  /** Asks the database itself, beside all processes. */
  query(sql: string, ...params: ReadonlyArray<string | number>): ReadonlyArray<Readonly<Record<string, unknown>>> {
    return Effect.runSync(this.#connection.execute(sql, params, undefined))
  }

  /** The client of one process. */
  layer(process: Process): Layer.Layer<SqlClient.SqlClient> {
    process.onDeath.push(() => this.#forget(process))
    const lease = Effect.acquireRelease(this.#take(process), (session) =>
      Effect.sync(() => this.#release(session))
    ).pipe(Effect.map((session) => this.#connect(session)))
    return Layer.effect(
      SqlClient.SqlClient,
      SqlClient.make({
        acquirer: lease,
        compiler: Statement.makeCompilerSqlite(),
        driver: "sqlite-node",
        spanAttributes: [],
        beginTransaction: "BEGIN IMMEDIATE",
        releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
        prepareTransactionControls: true,
        isTransaction: (connection) => this.#isTransaction() && this.#sessions.get(connection)?.isBroken === false,
        onCommitFailure: (connection) =>
          Effect.suspend(() => {
            const isOpen = this.#isTransaction() && this.#sessions.get(connection)?.isBroken === false
            return isOpen ? Effect.asVoid(connection.executeUnprepared("ROLLBACK", [], undefined)) : Effect.void
          })
      })
    ).pipe(Layer.provide(Reactivity.layer))
  }

  /** Whether no transaction is open: what is read is then what is stored. */
  get isSettled(): boolean {
    return !this.#isTransaction()
  }

  /** Ends the connection that a process works with at present, as a server does with one that keeps silent. */
  sever(process: Process): void {
    const owner = this.#owner
    if (owner?.process !== process) return
    this.#break(owner)
    this.#release(owner)
  }

  #isTransaction(): boolean {
    const connection = this.#connection
    return Predicate.hasProperty(connection, "isTransaction") && Predicate.isFunction(connection.isTransaction)
      ? connection.isTransaction() === true
      : false
  }

  #break(session: Session): void {
    session.isBroken = true
    if (this.#owner === session && this.#isTransaction()) this.query("ROLLBACK")
  }

  #take(process: Process): Effect.Effect<Session> {
    return Effect.callback((resume) => {
      const session = { process, isBroken: false }
      if (this.#owner === null) {
        this.#owner = session
        resume(Effect.succeed(session))
      } else this.#waiting.push({ session, grant: () => process.give(() => resume(Effect.succeed(session))) })
    })
  }

  #release(session: Session): void {
    if (this.#owner !== session) return
    const next = this.#waiting.shift()
    this.#owner = next?.session ?? null
    next?.grant()
  }

  #forget(process: Process): void {
    const left = this.#waiting.filter(({ session }) => session.process !== process)
    this.#waiting.splice(0, this.#waiting.length, ...left)
    this.sever(process)
  }

  #connect(session: Session): Connection {
    const connection = this.#connection
    const guard = <A>(sql: string, run: Effect.Effect<A, SqlError>): Effect.Effect<A, SqlError> =>
      Effect.suspend(() => {
        if (session.isBroken) return Effect.fail(lost)
        const fault = this.fault(sql)
        if (fault === "before") {
          this.#break(session)
          return Effect.fail(lost)
        }
        // At once: between a look at the session and the statement the process could be stopped.
        const exit = Effect.runSyncExit(run)
        if (Exit.isFailure(exit)) return exit
        if (!this.#isTransaction() && isStoring(sql)) this.onStored(session.process)
        if (fault === null) return exit
        this.#break(session)
        return Effect.fail(lost)
      })
    const guarded: Connection = {
      ...connection,
      execute: (sql, params, transform) => guard(sql, connection.execute(sql, params, transform)),
      executeRaw: (sql, params) => guard(sql, connection.executeRaw(sql, params)),
      executeValues: (sql, params) => guard(sql, connection.executeValues(sql, params)),
      executeValuesUnprepared: (sql, params) => guard(sql, connection.executeValuesUnprepared(sql, params)),
      executeUnprepared: (sql, params, transform) => guard(sql, connection.executeUnprepared(sql, params, transform))
    }
    this.#sessions.set(guarded, session)
    return guarded
  }
}
