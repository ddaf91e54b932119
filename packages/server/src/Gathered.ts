/** Lists of what stands inside records: read off all records of the models that carry it, then paged. */
import type { Asked, Dialect, Gathered } from "@crosswalk/api/Dialect"
import * as Gathering from "@crosswalk/api/Gathering"
import { invalid } from "@crosswalk/api/Failure"
import * as Filter from "@crosswalk/core/Filter"
import * as Id from "@crosswalk/core/Id"
import * as Provider from "@crosswalk/core/Provider"
import { RecordQuery } from "@crosswalk/store/RecordQuery"
import type { Signer } from "@crosswalk/store/Vault"
import { Effect } from "effect"
import * as Cursor from "./Cursor.ts"
import * as Loaded from "./Loaded.ts"
import { Refused } from "./Refused.ts"
import type { Account } from "./Session.ts"

const atOnce = 500

/** Every entry that the connector's records carry, by its id. */
export const entries = Effect.fn("Gathered.entries")(function* (account: Account, gathering: Gathering.Gathering) {
  const { connector, provider } = account
  const query = yield* RecordQuery
  const identify = Id.forConnector(connector.id)
  const found = new Map<string, Gathering.Entry>()
  const sources = gathering.sources.filter(({ model }) => Provider.mappersFor(provider, model).length > 0)
  if (sources.length === 0) {
    const { model } = gathering.sources[0]
    return yield* new Refused({ failure: { _tag: "ModelNotAvailable", model, provider: provider.id } })
  }
  for (const source of sources) {
    let after = 0
    for (;;) {
      const rows = yield* query.page(connector.id, source.model, {
        filter: Filter.all([]),
        includeDeleted: false,
        limit: atOnce,
        start: { after }
      })
      for (const row of rows) Gathering.add(found, source.entries(Loaded.parse(source.model, row).record, identify))
      if (rows.length < atOnce) break
      after = rows.at(-1)?.seq ?? after
    }
  }
  return found
})

/** The body of a gathered list, as JSON text in pieces. */
export const list = Effect.fn("Gathered.list")(function* (
  account: Account,
  dialect: Dialect,
  gathered: Gathered,
  gathering: Gathering.Gathering,
  asked: Asked,
  signer: Signer
) {
  const request = yield* Effect.mapError(
    Effect.fromResult(gathered.list(asked, gathering)),
    (failure) => new Refused({ failure })
  )
  const name = `${dialect.id} ${gathered.path(gathering)} ${account.connector.id}`
  const { start } = request
  const place =
    start._tag === "First"
      ? { offset: 0 }
      : start._tag === "Offset"
        ? { offset: start.offset }
        : Cursor.read(signer, name, start.cursor)
  if (place === null || !("offset" in place)) {
    return yield* new Refused({ failure: invalid("query", "cursor", "This is no cursor of this list.") })
  }
  const found = yield* entries(account, gathering)
  const missing = request.mustExist.find((id) => !found.has(id))
  if (missing !== undefined) yield* new Refused({ failure: { _tag: "NotFound", what: `record ${missing}` } })
  const kept = Gathering.select(found, request.keep)
  const until = place.offset + request.limit
  return dialect.writeList(
    {
      items: kept.slice(place.offset, until).map((entry) => JSON.stringify(gathering.serve(entry))),
      next: until < kept.length ? Cursor.write(signer, name, { offset: until }) : null
    },
    { isPaged: true }
  )
})

/** The body of a single entry, as JSON text. */
export const item = Effect.fn("Gathered.item")(function* (
  account: Account,
  dialect: Dialect,
  gathering: Gathering.Gathering,
  asked: Asked
) {
  const found = (yield* entries(account, gathering)).get(asked.path["id"] ?? "")
  return found === undefined
    ? yield* new Refused({ failure: { _tag: "NotFound", what: "record" } })
    : dialect.writeItem(JSON.stringify(gathering.serve(found)))
})
