/** Files landed records under what the declaration, as it is now, says that they name. */
import type * as Mapper from "@crosswalk/core/Mapper"
import { Dirty } from "@crosswalk/store/Dirty"
import { Links } from "@crosswalk/store/Links"
import type * as Remotes from "@crosswalk/store/Remotes"
import { Effect, Result } from "effect"
import type { Context } from "./Derive.ts"
import * as Plan from "./Plan.ts"

/** The links that a landed record is filed under; null when the declaration fails on it: it keeps those that it has. */
const linksOf = (planned: Plan.Planned, row: Remotes.Row) =>
  Result.getOrElse(
    Result.try(() => {
      const checked = planned.checkIn(JSON.parse(row.data), row.parent)
      return checked._tag === "Rejected"
        ? null
        : { key: row.key, links: Plan.linksOf(planned, checked.record, row.key) }
    }),
    () => null
  )

/**
 * Makes the links of some landed records anew. The groups that they leave and those that they join are to be derived, of
 * the mappers in `linking`. To be run in a transaction.
 */
export const relink = Effect.fnUntraced(function* (
  context: Context,
  planned: Plan.Planned,
  linking: ReadonlyArray<Mapper.Mapper>,
  rows: ReadonlyArray<Remotes.Row>
) {
  const { connector } = context
  const resource = planned.resource.name
  const dirty = yield* Dirty
  const links = yield* Links
  const keys = rows.map(({ key }) => key)
  const addGroups = Effect.forEach(
    linking.filter((mapper) => mapper.source.shape !== "one" && planned.mappers.includes(mapper)),
    ({ name }) => dirty.addTargets(connector, name, { resource, link: name, keys }),
    { discard: true }
  )
  yield* addGroups
  yield* links.replace(
    connector,
    resource,
    rows.flatMap((row) => linksOf(planned, row) ?? [])
  )
  yield* addGroups
})
