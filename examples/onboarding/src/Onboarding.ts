/** Finds the new hires of every connected HR system, and plans for each what is to be done. */
import type { Connector } from "@crosswalk/client/Client"
import type { CrosswalkClient } from "@crosswalk/client/CreateClient"
import { FirstSyncPending } from "@crosswalk/client/Refusal"
import type { Board } from "./Board.ts"
import * as Plan from "./Plan.ts"

/** How far each connector's changes were dealt with, by its id: cursors of the feed. */
export type Places = Readonly<Record<string, string>>

/** What a run starts from. */
export interface Options {
  readonly client: CrosswalkClient
  readonly board: Board
  readonly places: Places
  /** Whoever starts before this day (YYYY-MM-DD) was here already. */
  readonly since: string
}

/** What a run did. */
export interface Outcome {
  /** Where the next run goes on. Keep it once the board has what was added. */
  readonly places: Places
  /** The hires that something was added for, with how much. */
  readonly onboarded: ReadonlyArray<Plan.Hire & { readonly entries: number }>
  /** Connectors whose first sync has not ended. */
  readonly waiting: ReadonlyArray<string>
}

const shown = ["id", "name", "department", "hired_on", "employment_status", "manager_id"] as const

/** Ids in one request, at most. */
const atOnce = 200

const employeesOf = (client: CrosswalkClient, connector: Connector) =>
  client.hris.employees.list({ connector, fields: shown, page_size: atOnce })

type Employee = ReturnType<typeof employeesOf> extends AsyncIterable<infer A> ? A : never

/** The employees that were added or changed behind a place in the feed, and the place behind those changes. */
const changed = async (client: CrosswalkClient, connector: Connector, cursor: string | undefined) => {
  const ids = new Set<string>()
  let place = cursor
  const feed = client.changes.list({ connector_id: connector.id, page_size: 1000, cursor })
  for await (const { data, next_cursor } of feed.pages()) {
    for (const { id, model, operation } of data) if (model === "employee" && operation !== "delete") ids.add(id)
    place = next_cursor
  }
  return { ids: [...ids], place }
}

async function* byIds(client: CrosswalkClient, connector: Connector, ids: ReadonlyArray<string>) {
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    yield* client.hris.employees.list({ connector, ids: some, fields: shown, page_size: atOnce })
  }
}

/** The employees of some who are hires, with the names of those who lead them. */
const hiresAmong = async (
  client: CrosswalkClient,
  connector: Connector,
  employees: AsyncIterable<Employee>,
  since: string
): Promise<ReadonlyArray<Plan.Hire>> => {
  const found: Array<Employee & { readonly hired_on: string }> = []
  for await (const employee of employees) {
    const { employment_status, hired_on } = employee
    if (hired_on !== null && hired_on >= since && employment_status?.value !== "INACTIVE") {
      found.push({ ...employee, hired_on })
    }
  }
  const names = new Map<string, string | null>()
  const managers = new Set(found.flatMap(({ manager_id }) => manager_id ?? []))
  for await (const { id, name } of byIds(client, connector, [...managers])) names.set(id, name)
  return found.map(({ department, hired_on, id, manager_id, name }) => ({
    id,
    name: name ?? "a new colleague",
    department,
    startsOn: hired_on,
    manager: names.get(manager_id ?? "") ?? null
  }))
}

/**
 * Onboards whoever is new: everybody since a day when a connector is seen for the first time, afterwards those of whom
 * the change feed tells. A run that is cut off is simply run again: what is on the board is not added twice.
 */
export const run = async ({ board, client, places, since }: Options): Promise<Outcome> => {
  const onboarded: Array<Outcome["onboarded"][number]> = []
  const next: Record<string, string> = { ...places }
  const waiting: Array<string> = []
  for (const connector of await client.connectors.list({ category: "hris" })) {
    const before = places[connector.id]
    // The place is taken before the employees are read, so that no hire falls between the two.
    const { ids, place } = await changed(client, connector, before)
    const employees = before === undefined ? employeesOf(client, connector) : byIds(client, connector, ids)
    const hires = await hiresAmong(client, connector, employees, since).catch((error: unknown) => {
      if (error instanceof FirstSyncPending) return null
      return Promise.reject(error)
    })
    if (hires === null) {
      waiting.push(connector.id)
      continue
    }
    for (const hire of hires) {
      const added = await board.add(Plan.of(hire))
      if (added.length > 0) onboarded.push({ ...hire, entries: added.length })
    }
    if (place !== undefined) next[connector.id] = place
  }
  return { places: next, onboarded, waiting }
}
