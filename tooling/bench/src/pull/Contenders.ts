/** Those who read all of the vendor's people: a bare loop, and Crosswalk. */
import * as Id from "@crosswalk/core/Id"
import * as Pull from "@crosswalk/engine/Pull"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect, Redacted, Stream } from "effect"
import { map } from "../candidate/ByHand.ts"
import type { Person } from "../candidate/Mapping.ts"
import { provider } from "./Vendor.ts"

/** Reads everybody and answers how many there were. */
export type Contender = (baseUrl: string) => Promise<number>

interface Page {
  readonly people: ReadonlyArray<Person>
  readonly next?: string
}

/** Fetch, parse, map: nothing is checked, kept or tried again. */
export const bare: Contender = async (baseUrl) => {
  const identify = Id.forConnector("harbour")
  let count = 0
  for (let after: string | undefined = "0"; after !== undefined;) {
    const answer: Response = await fetch(`${baseUrl}/people?after=${after}`)
    const page: Page = JSON.parse(await answer.text())
    for (const person of page.people) if (map(person, identify).remote_id !== "") count++
    after = page.next
  }
  return count
}

/** The engine, with everything it does for a vendor: only the vendor's rate limit is lifted. */
export const crosswalk: Contender = (baseUrl) =>
  Pull.batches({
    connection: {
      provider,
      credentials: { token: Redacted.make("bench") },
      baseUrl,
      settings: {},
      onCredentials: () => Effect.void
    },
    model: "candidate",
    since: null,
    client: { rateLimit: null }
  }).pipe(
    Stream.runFold(
      () => 0,
      (count, batch) => count + batch.length
    ),
    Effect.scoped,
    Effect.provide(VendorClient.layerHttp),
    Effect.runPromise
  )
