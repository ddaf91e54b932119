/**
 * One list of the simulated API, as it is declared.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import type { State } from "./State.ts"

export interface Endpoint {
  readonly path: `/${string}`
  /** The collection it shows. */
  readonly kind: string
  /** What it sends of one of them. */
  readonly show: (record: JsonObject, state: State) => JsonObject
  /** The parameters it narrows by, each named as a field of what it shows or was made of. */
  readonly filters: string
  /** The parameter that says how long a page is; undefined where the list comes whole. */
  readonly size: "per_Page" | "per_page" | undefined
  /** Whether 404 stands for an empty list. */
  readonly isNotFoundWhenEmpty?: boolean
  /** When a generated row last changed, in milliseconds; undefined when only its record can tell. */
  readonly changedAt?: (state: State, row: number) => number | undefined
}

/** The right that an endpoint needs: the last part of its path. */
export const right = (path: string): string => path.slice(path.lastIndexOf("/") + 1)
