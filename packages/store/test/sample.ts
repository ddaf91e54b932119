import { Connectors } from "@crosswalk/store/Connectors"
import type { Deleted, Derived } from "@crosswalk/store/Records"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

let count = 0

/** A connector of its own, in a workspace. */
export const connectorIn = Effect.fnUntraced(function* (workspace: string) {
  const connectors = yield* Connectors
  const id = `00000000-0000-8000-8000-${String(++count).padStart(12, "0")}`
  yield* connectors.create({
    id,
    workspace,
    provider: "lever",
    category: "ats",
    credentials: { api_key: Redacted.make("a secret key") }
  })
  return id
})

/** A connector of its own: the tests of a suite share one database. */
export const connector = connectorIn("default")

/** A record as a mapper makes it. */
export const derived = (connector: string, remoteId: string, content: Record<string, unknown>): Derived => {
  const text = JSON.stringify({ id: `${connector}/${remoteId}`, ...content })
  return { remoteId, id: `${connector}/${remoteId}`, hash: text, text }
}

/** A deletion. */
export const gone = (connector: string, remoteId: string, at: string): Deleted => ({
  remoteId,
  id: `${connector}/${remoteId}`,
  deleted: true,
  at
})

/** An instant, by its number. */
export const at = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()
