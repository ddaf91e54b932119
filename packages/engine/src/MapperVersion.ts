/**
 * Which version of a mapper derived a connector's records: a fingerprint of its declaration.
 *
 * It sees the texts of the rules and of the source's functions, how derived fields are worked out, the model's fields,
 * and of every resource that is read the wire schema and the functions that key its records. It does not see what those
 * functions call: shared functions of the provider's package are told by the provider's own `version`, those of core and
 * the engine by `generation`. A function that is built differently (by a bundler, say) is another function to it, and
 * records that were derived anew for nothing are left as they are.
 */
import type { AnyRule, Mapper } from "@crosswalk/core/Mapper"
import type { Provider } from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import { Predicate, Schema } from "effect"
import { hash } from "node:crypto"

/** To be raised when core or the engine make something else of the same declaration. */
const generation = 1

/** What a mapper was when records were derived with it. */
export interface MapperVersion {
  /** Name of the mapper. */
  readonly mapper: string
  /** Fingerprint of all that is seen of it: two parts, of which the second is {@link MapperVersion.reads}. */
  readonly version: string
  /** Fingerprint of what is read of the vendor's records alone. */
  readonly reads: string
}

const fingerprint = (parts: unknown): string => hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22)

/** Annotations that are for people. */
const remarks = new Set(["description", "source", "title", "examples", "unit", "pii"])

/** A schema without what is said about it. */
const shapeOf = (schema: Schema.Constraint): string =>
  JSON.stringify(Schema.toRepresentation(schema), (key, value: unknown) => {
    if (key !== "annotations" || !Predicate.isObject(value)) return value
    const telling = Object.entries(value).filter(([name]) => !remarks.has(name))
    return telling.length === 0 ? undefined : Object.fromEntries(telling)
  })

const ruleOf = (rule: AnyRule): ReadonlyArray<string> => {
  if (typeof rule === "function") return ["read", String(rule)]
  return rule.rule === "derived" ? ["derived", String(rule.read)] : ["absent"]
}

const keyed = ({ deletedAt, id, name }: Resource) => [name, String(id), String(deletedAt)]

const known = new WeakMap<Mapper, { readonly stated: string | null; readonly made: MapperVersion }>()

/** The version of one of a provider's mappers, worked out once. */
export const of = (provider: Pick<Provider, "version">, mapper: Mapper): MapperVersion => {
  const before = known.get(mapper)
  if (before?.stated === provider.version) return before.made
  const made = make(provider, mapper)
  known.set(mapper, { stated: provider.version, made })
  return made
}

const make = (provider: Pick<Provider, "version">, mapper: Mapper): MapperVersion => {
  const { joins, resource, shape, written } = mapper.source
  const named = Object.entries(joins)
  const resources = [resource, ...named.map(([, join]) => join.resource)]
  const reads = fingerprint(resources.map(({ name, wire }) => [name, shapeOf(wire)]))
  const made = fingerprint([
    generation,
    provider.version,
    mapper.model.name,
    mapper.model.identity,
    shapeOf(mapper.model.mapped),
    Object.entries(mapper.rules).map(([field, rule]) => [field, ...ruleOf(rule)]),
    shape,
    written.map(String),
    resources.map(keyed),
    named.map(([name, { kind, through, written }]) => [name, kind, through, written === null ? null : String(written)])
  ])
  return { mapper: mapper.name, version: `${made}.${reads}`, reads }
}

/** What was read of the vendor's records by a version that is stored. */
export const readsOf = (version: string): string => version.slice(version.indexOf(".") + 1)
