/**
 * Counts of what a simulator was asked, for tests and benches.
 */

/** Counts since the start or the last reset. */
export interface Snapshot {
  /** Requests to the API, refused and faulty ones included; requests of the control surface do not count. */
  readonly requests: number
  /** Requests by route, as "GET /opportunities/:id/offers"; unknown addresses count under "unmatched". */
  readonly routes: Readonly<Record<string, number>>
  /** Answers by status; a connection that was reset counts under "none". */
  readonly statuses: Readonly<Record<string, number>>
  /** Faults by name. */
  readonly faults: Readonly<Record<string, number>>
  /** The largest number of requests under way at one time. */
  readonly mostAtOnce: number
}

/** The counter. */
export interface Stats {
  readonly begin: (route: string) => void
  readonly end: (status: number | undefined) => void
  readonly fault: (name: string) => void
  readonly snapshot: () => Snapshot
  readonly reset: () => void
}

const increment = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)

/** Makes a counter at zero. */
export const make = (): Stats => {
  const routes = new Map<string, number>()
  const statuses = new Map<string, number>()
  const faults = new Map<string, number>()
  let requests = 0
  let underWay = 0
  let mostAtOnce = 0
  return {
    begin: (route) => {
      requests++
      underWay++
      mostAtOnce = Math.max(mostAtOnce, underWay)
      increment(routes, route)
    },
    end: (status) => {
      underWay--
      increment(statuses, status === undefined ? "none" : String(status))
    },
    fault: (name) => {
      increment(faults, name)
    },
    snapshot: () => ({
      requests,
      routes: Object.fromEntries(routes),
      statuses: Object.fromEntries(statuses),
      faults: Object.fromEntries(faults),
      mostAtOnce
    }),
    reset: () => {
      for (const counts of [routes, statuses, faults]) counts.clear()
      requests = 0
      mostAtOnce = underWay
    }
  }
}
