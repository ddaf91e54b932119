/** An opportunity through Crosswalk, by Lever's own declarations: checked in, grouped, mapped to both of its models. */
import * as CheckIn from "@crosswalk/core/CheckIn"
import type { Identify } from "@crosswalk/core/Id"
import type { Mapper } from "@crosswalk/core/Mapper"
import type * as Source from "@crosswalk/core/Source"
import { opportunities } from "@crosswalk/lever/LeverResources"
import { application } from "@crosswalk/lever/mapper/Application"
import { candidate } from "@crosswalk/lever/mapper/Candidate"
import type { Made } from "../Line.ts"
import { archiveReasons } from "./Records.ts"

const check = CheckIn.make(opportunities)
const mappers: ReadonlyArray<Mapper> = [candidate, application]
const lookups = new Map<string, unknown>(archiveReasons.map((reason) => [reason.id, reason]))

/** What a mapper's joins find for a group's members. */
const joined = ({ source }: Mapper, members: ReadonlyArray<Source.Landed>): Source.Group["joined"] => {
  const found: Record<string, ReadonlyArray<unknown>> = {}
  for (const name in source.joins) {
    const keys = members.flatMap(({ record }) => source.joins[name]?.keys(record) ?? [])
    found[name] = keys.flatMap((key) => lookups.get(key) ?? [])
  }
  return found
}

/** Checks and maps a page's opportunities. */
export const read = (items: ReadonlyArray<unknown>, identify: Identify): ReadonlyArray<Made> => {
  const landed: Array<Source.Landed> = []
  for (const item of items) {
    const checked = check(item, null)
    if (checked._tag === "Accepted") landed.push({ key: checked.key, parent: null, record: checked.record })
  }
  const made: Array<Made> = []
  for (const mapper of mappers) {
    const run = (key: string, members: ReadonlyArray<Source.Landed>) => {
      const outcome = mapper.run({ key, members, joined: joined(mapper, members) }, identify)
      if (outcome?._tag === "Mapped") made.push({ model: mapper.model.identity, record: outcome.record })
    }
    // Only what a source gathers can be made of several records, so only that is gathered.
    const groups = new Map<string, Array<Source.Landed>>()
    for (const member of landed) {
      for (const key of mapper.source.keys(member.record, member.key)) {
        const group = groups.get(key)
        if (mapper.source.shape !== "group") run(key, [member])
        else if (group === undefined) groups.set(key, [member])
        else group.push(member)
      }
    }
    for (const [key, members] of groups) run(key, members)
  }
  return made
}
