/**
 * The vendor's records that stored ones were made of, as they came.
 */
import type * as Mapper from "@crosswalk/core/Mapper"
import { Links } from "@crosswalk/store/Links"
import type { StoredRecord } from "@crosswalk/store/Records"
import { Remotes } from "@crosswalk/store/Remotes"
import { Effect } from "effect"

const byTarget = Effect.fnUntraced(function* (
  connector: string,
  { name, source }: Mapper.Mapper,
  keys: ReadonlyArray<string>
) {
  const remotes = yield* Remotes
  const resource = source.resource.name
  if (source.shape === "one") {
    return (yield* remotes.byKeys(connector, resource, keys)).map(({ data, key }) => ({ target: key, data }))
  }
  if (source.shape !== "distinct") return yield* remotes.byLink(connector, resource, name, keys)
  const first = yield* (yield* Links).first(connector, resource, name, keys)
  const rows = yield* remotes.byKeys(
    connector,
    resource,
    first.map(({ key }) => key)
  )
  const texts = new Map(rows.map(({ data, key }) => [key, data]))
  return first.flatMap(({ key, target }) => {
    const data = texts.get(key)
    return data === undefined ? [] : [{ target, data }]
  })
})

/** A vendor's record as it was landed. */
export interface Origin {
  /** Name of the resource that it came from. */
  readonly resource: string
  /** Its JSON text. */
  readonly data: string
}

/**
 * The vendor's records behind some records of a model, by remote id; what the vendor deleted is not
 * there any more. `mappers` are the provider's for the model.
 */
export const of = Effect.fnUntraced(function* (
  connector: string,
  mappers: ReadonlyArray<Mapper.Mapper>,
  records: ReadonlyArray<Pick<StoredRecord, "remoteId">>
) {
  const keys = records.map(({ remoteId }) => remoteId)
  const found = new Map<string, Array<Origin>>()
  for (const mapper of mappers) {
    const resource = mapper.source.resource.name
    for (const { data, target } of yield* byTarget(connector, mapper, keys)) {
      const known = found.get(target)
      if (known === undefined) found.set(target, [{ resource, data }])
      else known.push({ resource, data })
    }
  }
  return found
})
