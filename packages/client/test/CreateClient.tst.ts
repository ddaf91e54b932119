/** What must not compile with a client, and what must: its types are those of the models and routes. */
import { Client } from "@crosswalk/client/Client"
import { createClient } from "@crosswalk/client/CreateClient"
import { Effect, Stream } from "effect"
import type { Candidate } from "@crosswalk/core/ats/Candidate"
import type * as Model from "@crosswalk/core/Model"

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Compiles only for `true`. */
declare const holds: <T extends true>() => T

const client = createClient({ baseUrl: "http://127.0.0.1:1", apiKey: "x" })
const connector = "token"

type Of<T> = T extends AsyncIterable<infer A> ? A : never
type Same<A, B> = Equal<{ [K in keyof A]: A[K] }, { [K in keyof B]: B[K] }>

const candidates = client.ats.candidates.list({ connector })
export const whole = holds<Same<Of<typeof candidates>, Model.Unified<typeof Candidate>>>()

const some = client.ats.candidates.list({ connector, fields: ["id", "emails"], page_size: 50, include_deleted: true })
export const picked = holds<Same<Of<typeof some>, Pick<Model.Unified<typeof Candidate>, "id" | "emails">>>()

const bare = client.ats.candidates.list({ connector, include_custom_fields: false, include_raw_data: true })
export const raw =
  holds<Same<Of<typeof bare>["raw_data"][number], { readonly resource: string; readonly record: unknown }>>()
// @ts-expect-error -- custom fields were left out
export type Without = Of<typeof bare>["custom_fields"]

// @ts-expect-error -- the vendor's records were not asked for
export type WithoutRaw = Of<typeof candidates>["raw_data"]

const expanded = client.ats.applications.list({ connector, expand: ["candidate_id"] })
export const people =
  holds<Equal<Of<typeof expanded>["candidate_id"], string | null | Readonly<Record<string, unknown>>>>()

// @ts-expect-error -- no such category
void client.erp

// @ts-expect-error -- a model of another category
void client.ats.employees

// @ts-expect-error -- no connector is named
void client.ats.candidates.list({})

// @ts-expect-error -- the wire's names hold, not others
void client.ats.candidates.list({ connector, modifiedAfter: "2026-01-01T00:00:00.000Z" })

// @ts-expect-error -- a filter of another kind
void client.ats.candidates.list({ connector, page_size: "50" })

// @ts-expect-error -- a field that the model has not
void client.ats.candidates.list({ connector, fields: ["salary"] })

// @ts-expect-error -- a field that holds no reference
void client.ats.applications.list({ connector, expand: ["remote_id"] })

// @ts-expect-error -- lists are not explained
void client.ats.candidates.list({ connector, explain: true })

// @ts-expect-error -- single records are not paged
void client.ats.candidates.get("a", { connector, cursor: "b" })

// @ts-expect-error -- connectors have no such filter
void client.connectors.list({ customer: "Example" })

// @ts-expect-error -- an account cannot be connected without credentials
void client.connectors.create({ provider: "lever" })

void client.connectors.sync("a", { full: true }, { signal: AbortSignal.timeout(1000) })
void client.hris.time_off.get("a", { connector: { token: "t" }, fields: ["id"] })

export const effectful = Effect.gen(function* () {
  const { hris } = yield* Client
  const employees = yield* Stream.runCollect(hris.employees.list({ connector, fields: ["id", "manager_id"] }))
  // @ts-expect-error -- a field that was not asked for
  void employees[0]?.work_email
  return yield* hris.employees.get("a", { connector }).pipe(Effect.catchTag("NotFound", () => Effect.succeed(null)))
})
