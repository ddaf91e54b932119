/** Every recorded record can be read and mapped without a loss, into JSON that fits its model. */
import type * as Issue from "@crosswalk/core/Issue"
import * as Offline from "@crosswalk/core/Offline"
import { Result, Schema } from "effect"
import { isDeepStrictEqual } from "node:util"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Material from "../internal/Material.ts"
import type { Subject } from "../Subject.ts"

const words = (issues: ReadonlyArray<Issue.Issue>): string =>
  issues.map(({ path, reason }) => (path === "" ? reason : `${path}: ${reason}`)).join("; ")

const checkedIn = ({ material }: Subject): ReadonlyArray<Finding.Finding> =>
  material.recorded.flatMap(({ raws, resource }) =>
    Result.match(
      Result.try(() => Offline.land(resource, raws)),
      {
        onFailure: (cause) => [Finding.make(resource.name, `its declaration fails on a record: ${String(cause)}`)],
        onSuccess: ({ quarantined }) =>
          quarantined.map(({ index, issues, key }) =>
            Finding.make(`${resource.name} record ${index} (${key ?? "no key"})`, words(issues))
          )
      }
    )
  )

const mapped = ({ material, provider }: Subject): ReadonlyArray<Finding.Finding> =>
  provider.mappers.flatMap((mapper) =>
    Result.match(Material.derive(mapper, material.store), {
      onFailure: (cause) => [Finding.make(mapper.name, `its source fails: ${cause}`)],
      onSuccess: (derived) =>
        derived.length === 0
          ? [Finding.make(mapper.name, "no record is made of the recorded answers")]
          : derived.flatMap(({ key, outcome }) => {
              const about = `${mapper.name} ${key}`
              if (outcome.issues.length > 0) return [Finding.make(about, words(outcome.issues))]
              const record = outcome._tag === "Mapped" ? outcome.record : {}
              const again: unknown = JSON.parse(JSON.stringify(record))
              return isDeepStrictEqual(again, record) && Schema.is(mapper.model.mapped)(again)
                ? []
                : [Finding.make(about, "the record is not the same after it was written as JSON and read again")]
            })
    })
  )

/** Nothing recorded is quarantined. */
export const records = Check.make("records", "maps every recorded record without a loss", (subject) => [
  ...checkedIn(subject),
  ...mapped(subject)
])
