import * as Crosswalk from "@crosswalk/crosswalk/Crosswalk"
import { lever } from "@crosswalk/lever"
import { Redacted } from "effect"

const crosswalk = Crosswalk.make({
  providers: [lever],
  database: ":memory:",
  encryptionKey: Redacted.make("07".repeat(32))
})

export const known = crosswalk.connect("lever", { credentials: {} })

// @ts-expect-error -- a provider that the host did not name
export const unknown = crosswalk.connect("greenhouse", { credentials: {} })

export const candidates = crosswalk.list("lever", "a", "candidate")

// @ts-expect-error -- a model that the provider does not supply
export const employees = crosswalk.list("lever", "a", "employee")

export const names = async (): Promise<ReadonlyArray<string | null>> => {
  const out: Array<string | null> = []
  for await (const { name } of candidates) out.push(name)
  return out
}

export const wrong = async (): Promise<void> => {
  for await (const candidate of candidates) {
    // @ts-expect-error -- a field that the model has not
    void candidate.salary
  }
}
