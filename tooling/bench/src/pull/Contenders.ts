/** Those who read all of the vendor's people: a bare loop, and Crosswalk. */
import * as Id from "@crosswalk/core/Id"
import * as Pull from "@crosswalk/engine/Pull"
import * as VendorClient from "@crosswalk/engine/VendorClient"
import { Effect, Redacted, Stream } from "effect"
import { map } from "../candidate/ByHand.ts"
import type { Person } from "../candidate/Mapping.ts"
import { provider } from "./Vendor.ts"

/** Reads everybody and hands each unified record on. */
export type Contender = (baseUrl: string, take: (record: Readonly<Record<string, unknown>>) => void) => Promise<void>

interface Page {
  readonly people: ReadonlyArray<Person>
  readonly next?: string
}

/** Fetch, parse, map: nothing is checked, kept or tried again. */
export const bare: Contender = async (baseUrl, take) => {
  const identify = Id.forConnector(provider.id)
  for (let after: string | undefined = "0"; after !== undefined;) {
    const answer: Response = await fetch(`${baseUrl}/people?after=${after}`)
    const page: Page = JSON.parse(await answer.text())
    for (const person of page.people) take({ id: identify("candidate", person.uid), ...map(person, identify) })
    after = page.next
  }
}

/** The engine, with everything it does for a vendor: only the vendor's rate limit is lifted. */
export const crosswalk: Contender = (baseUrl, take) =>
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
    Stream.runForEach((batch) =>
      Effect.sync(() => {
        for (const pulled of batch) if (pulled._tag === "Pulled") take(pulled.record)
      })
    ),
    Effect.scoped,
    Effect.provide(VendorClient.layerHttp),
    Effect.runPromise
  )
