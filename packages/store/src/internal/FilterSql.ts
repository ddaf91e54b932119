/**
 * Core's filters as conditions on rows of `records`, in either dialect. Every value is bound; names of fields come from
 * the models alone.
 */
import type { Filter, Path, Value } from "@crosswalk/core/Filter"
import type { ModelName } from "@crosswalk/core/ModelName"
import * as Models from "@crosswalk/core/Models"
import type { Relation } from "@crosswalk/core/Relation"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import type { SqlClient } from "effect/sql/SqlClient"
import type { Fragment } from "effect/sql/Statement"
import * as JsonPath from "./JsonPath.ts"
import * as References from "./References.ts"

/** Conditions on the rows of one connector's records. */
export interface Conditions {
  /** The rows of a model. */
  readonly ofModel: (row: string, model: ModelName) => Fragment
  /** The rows of a model that meet a filter. */
  readonly meets: (row: string, model: ModelName, filter: Filter) => Fragment
  /** The plain value of a field that is no list. */
  readonly value: (row: string, model: ModelName, field: string) => Fragment
}

/** Turns filters on the records of one connector into conditions. */
export const make = (sql: SqlClient, connector: string): Conditions => {
  const json = JsonPath.reader(sql)
  let tables = 0
  const fresh = (): string => `t${++tables}`
  const column = (row: string, name: string): Fragment => sql.literal(`${row}.${name}`)

  /** The plain value of a path without lists; of a reference the very text that its index is made of. */
  const scalar = (row: string, model: ModelName, names: Path): Fragment => {
    const [name = ""] = names
    const value = json.value(json.document(`${row}.data`), names)
    return names.length === 1 && References.isIndexed(model, name)
      ? sql.onDialectOrElse({ pg: () => column(row, name), orElse: () => value })
      : value
  }

  /** Whether the path leads to something that meets a condition: `plain` of a value, `member` of a list's element. */
  const leads = (
    row: string,
    model: ModelName,
    path: Path,
    plain: (value: Fragment) => Fragment,
    member: (alias: string) => Fragment
  ): Fragment => {
    const parts = JsonPath.stretches(Models.byName(model), path)
    const [first] = parts
    if (first === undefined) return sql`1 = 0`
    if (parts.length === 1 && !first.isList) return plain(scalar(row, model, first.names))
    const within = (document: Fragment, index: number): Fragment => {
      const part = parts[index]
      if (part === undefined) return sql`1 = 0`
      if (!part.isList) return plain(json.value(document, part.names))
      const alias = fresh()
      const inner = index === parts.length - 1 ? member(alias) : within(json.element(alias), index + 1)
      return sql`EXISTS (SELECT 1 FROM ${json.elements(document, part.names, alias)} WHERE ${inner})`
    }
    return within(json.document(`${row}.data`), 0)
  }

  /** Whether some value of the path meets a condition. */
  const some = (row: string, model: ModelName, path: Path, meets: (value: Fragment) => Fragment): Fragment =>
    leads(row, model, path, meets, (alias) => meets(json.elementValue(alias)))

  const isOneOf = (value: Fragment, values: ReadonlyArray<Value>, fold: boolean): Fragment => {
    const bound = values.flatMap((one) => (one === null ? [] : [json.bound(one)]))
    if (bound.length === 0) return sql`1 = 0`
    return fold
      ? sql`${json.folded(value)} IN ${sql.in(bound.map((one) => String(one).toLowerCase()))}`
      : sql`${value} IN ${sql.in(bound)}`
  }

  // The model stands in the text: an index on the records of one model is not taken for a bound value.
  const ofModel = (row: string, model: ModelName): Fragment =>
    sql`${column(row, "connector_id")} = ${connector} AND ${column(row, "model")} = ${sql.literal(`'${model}'`)}`

  /** The ids of records from which a way leads to the `ids` of its end. */
  const back = (way: ReadonlyArray<Relation>, ids: Fragment): Fragment =>
    way.toReversed().reduce((reached, step) => {
      const row = fresh()
      if (step.holder === "from") {
        const names = some(row, step.from, [step.field], (value) => sql`${value} IN (${reached})`)
        return sql`SELECT ${column(row, "id")} FROM records ${sql.literal(row)} WHERE ${ofModel(row, step.from)} AND ${names}`
      }
      const isList = JsonPath.stretches(Models.byName(step.to), [step.field])[0]?.isList === true
      const alias = fresh()
      const document = json.document(`${row}.data`)
      const value = isList ? json.elementValue(alias) : scalar(row, step.to, [step.field])
      const also = isList ? sql`, ${json.elements(document, [step.field], alias)}` : sql.literal("")
      return sql`SELECT ${value} FROM records ${sql.literal(row)}${also}
        WHERE ${ofModel(row, step.to)} AND ${column(row, "id")} IN (${reached})`
    }, ids)

  const related = (row: string, way: ReadonlyArray<Relation>, meets: (row: string) => Fragment): Fragment => {
    const end = way.at(-1)
    if (end === undefined) return meets(row)
    const target = fresh()
    const ids = sql`SELECT ${column(target, "id")} FROM records ${sql.literal(target)}
      WHERE ${ofModel(target, end.to)} AND ${meets(target)}`
    return sql`${column(row, "id")} IN (${back(way, ids)})`
  }

  const condition = (row: string, model: ModelName, filter: Filter): Fragment => {
    switch (filter._tag) {
      case "In": {
        const found = some(row, model, filter.path, (value) => isOneOf(value, filter.values, filter.fold))
        if (!filter.values.includes(null)) return found
        const isThere = some(row, model, filter.path, (value) => sql`${value} IS NOT NULL`)
        return sql`(${found} OR NOT ${isThere})`
      }
      case "Words":
        return some(row, model, filter.path, (value) => sql.and(filter.words.map((word) => json.holds(value, word))))
      case "Range":
        return some(row, model, filter.path, (value) =>
          sql.and([
            sql`${value} IS NOT NULL`,
            ...(filter.from === null
              ? []
              : [sql`${value} ${sql.literal(filter.fromInclusive ? ">=" : ">")} ${json.bound(filter.from)}`]),
            ...(filter.until === null
              ? []
              : [sql`${value} ${sql.literal(filter.untilInclusive ? "<=" : "<")} ${json.bound(filter.until)}`])
          ])
        )
      case "Element":
        return leads(
          row,
          model,
          filter.path,
          () => sql`1 = 0`,
          (alias) =>
            sql.and(
              filter.meets.map((member) =>
                isOneOf(json.value(json.element(alias), member.path), member.values, member.fold)
              )
            )
        )
      case "Ids":
        return isOneOf(column(row, "id"), filter.ids, false)
      case "RemoteIds":
        return isOneOf(
          column(row, "remote_id"),
          filter.remoteIds.map((id) => RemoteKey.make(id)),
          false
        )
      case "Modified": {
        const changed = (of: string): Fragment =>
          filter.inclusive
            ? sql`${column(of, "modified_at")} >= ${filter.after}`
            : sql`${column(of, "modified_at")} > ${filter.after}`
        return sql.or([changed(row), ...filter.through.map((way) => related(row, way, changed))])
      }
      case "Related":
        return related(row, filter.way, (target) => {
          const end = filter.way.at(-1)
          return condition(target, end?.to ?? model, filter.filter)
        })
      case "All":
        return sql.and(filter.filters.map((one) => condition(row, model, one)))
      case "Any":
        return filter.filters.length === 0
          ? sql`1 = 0`
          : sql.or(filter.filters.map((one) => condition(row, model, one)))
    }
  }

  return { ofModel, meets: condition, value: (row, model, field) => scalar(row, model, [field]) }
}
