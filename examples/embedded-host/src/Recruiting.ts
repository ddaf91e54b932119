/** Crosswalk in this application: the providers that its customers may connect, and what it asks of them. */
import * as Crosswalk from "@crosswalk/crosswalk/Crosswalk"
import { greenhouse } from "@crosswalk/greenhouse"
import { lever } from "@crosswalk/lever"

const providers = [lever, greenhouse]

/** What its customers may connect. */
export type ProviderId = (typeof providers)[number]["id"]

/** Whether some text names one of them. */
export const isProvider = (text: string): text is ProviderId => providers.some(({ id }) => id === text)

/** The settings that are this application's own business. */
export type Settings = Omit<Parameters<typeof Crosswalk.make>[0], "providers">

/** Opens it. */
export const open = (settings: Settings) => Crosswalk.make({ providers, ...settings })

/** Crosswalk with those providers. */
export type Recruiting = ReturnType<typeof open>

/** A candidate as this application shows one. */
export interface Applicant {
  readonly id: string
  readonly name: string | null
  readonly email: string | null
  /** Where the candidate comes from: the customer's system. */
  readonly system: ProviderId
}

/** The candidates of every customer's system, one after the other. */
export async function* applicants(recruiting: Recruiting): AsyncGenerator<Applicant> {
  for (const { id: connector, provider } of await recruiting.connectors()) {
    if (!isProvider(provider)) continue
    for await (const { emails, id, name } of recruiting.list(provider, connector, "candidate")) {
      yield { id, name, email: emails?.[0]?.value ?? null, system: provider }
    }
  }
}
