/** What projections look at, loaded as a server does: only what their relations lead to is there. */
import type * as Projection from "@crosswalk/api/Projection"
import type { RecordOf, Related } from "@crosswalk/api/Related"
import * as Id from "@crosswalk/core/Id"
import { ModelName } from "@crosswalk/core/ModelName"
import { Schema } from "effect"
import { connector, type Stored } from "./Account.ts"

type Account = ReadonlyMap<ModelName, ReadonlyArray<Stored>>

/** The ids in a reference, one or a list. */
const idsIn = (record: Stored, field: string): ReadonlyArray<unknown> => {
  const value = record[field]
  return Array.isArray(value) ? value : [value]
}

const is = <N extends ModelName>(_: Stored, model: N, of: ModelName): _ is RecordOf<N> & Stored => model === of

/** Serves records as a projection shows them. */
export const serve = (
  account: Account,
  projection: Projection.Any,
  page: ReadonlyArray<Stored>,
  raw: ReadonlyArray<Projection.Raw> | null = null
): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const known = new Map<ModelName, Set<Stored>>()
  const from = (model: ModelName) => [...(model === projection.model.name ? page : []), ...(known.get(model) ?? [])]
  const steps = new Set<string>()
  for (const step of projection.loads) {
    const origin = from(step.from)
    const found = (account.get(step.to) ?? []).filter((target) =>
      step.holder === "from"
        ? origin.some((record) => idsIn(record, step.field).includes(target["id"]))
        : idsIn(target, step.field).some((id) => origin.some((record) => record["id"] === id))
    )
    if (step.holder === "to") steps.add(`${step.to}.${step.field}`)
    known.set(step.to, new Set([...(known.get(step.to) ?? []), ...found]))
  }
  const typed = <N extends ModelName>(model: N, records: Iterable<Stored>): ReadonlyArray<RecordOf<N>> => {
    const out: Array<RecordOf<N>> = []
    for (const record of records) {
      if (is(record, model, model) && record["remote_deleted_at"] === null) out.push(record)
    }
    return out
  }
  const related: Related<ModelName> = {
    one: (model, id) => typed(model, known.get(model) ?? []).find((record) => record.id === id) ?? null,
    all: (model, ids) =>
      (ids ?? []).flatMap((id) => typed(model, known.get(model) ?? []).filter((record) => record.id === id)),
    of: (model, field, id) =>
      steps.has(`${model}.${field}`)
        ? typed(
            model,
            [...(known.get(model) ?? [])].filter((record) => idsIn(record, field).includes(id))
          )
        : [],
    ids: (model, field, id) =>
      projection.ids.some((step) => step.to === model && step.field === field)
        ? typed(model, account.get(model) ?? []).flatMap((record) =>
            idsIn(record, field).includes(id) ? [record.id] : []
          )
        : [],
    remoteId: (model, id) => {
      const isNamed = projection.names.some(({ to }) => to === model)
      const found = isNamed ? account.get(model)?.find((record) => record["id"] === id) : undefined
      return typeof found?.["remote_id"] === "string" ? found["remote_id"] : null
    }
  }
  const context = { ...related, raw, customFields: true, identify: Id.forConnector(connector) }
  return page.map((record) => projection.project(record, context))
}

/** The one record of a projection's model, served with others beside it. */
export const one = (
  projection: Projection.Any,
  record: Stored,
  others: Readonly<Partial<Record<ModelName, ReadonlyArray<Stored>>>> = {}
) => {
  const beside = new Map<ModelName, ReadonlyArray<Stored>>()
  for (const [model, records] of Object.entries(others)) if (Schema.is(ModelName)(model)) beside.set(model, records)
  const [served] = serve(beside, projection, [record])
  return served ?? {}
}
