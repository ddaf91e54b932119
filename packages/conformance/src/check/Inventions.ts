/** No value comes from nowhere: no default, no guess, no date out of nothing. */
import * as Explain from "@crosswalk/core/Explain"
import type { Mapper } from "@crosswalk/core/Mapper"
import type * as Offline from "@crosswalk/core/Offline"
import type { Provider } from "@crosswalk/core/Provider"
import { Predicate, Result, SchemaAST } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Conversions from "../internal/Conversions.ts"
import * as Json from "../internal/Json.ts"
import * as Material from "../internal/Material.ts"

/** Words of a model's own: they stand for facts, not for texts of the vendor's. */
const literalsOf = (ast: SchemaAST.AST): ReadonlySet<unknown> => {
  const found = new Set<unknown>()
  const visit = (node: SchemaAST.AST): void => {
    if (SchemaAST.isLiteral(node)) found.add(node.literal)
    else if (SchemaAST.isUnion(node)) for (const member of node.types) visit(member)
    else if (SchemaAST.isArrays(node)) for (const item of [...node.elements, ...node.rest]) visit(item)
    else if (SchemaAST.isObjects(node)) for (const { type } of node.propertySignatures) visit(type)
  }
  visit(ast)
  return found
}

const parsed = (text: string): unknown =>
  Result.getOrElse(
    Result.try((): unknown => JSON.parse(text)),
    () => text
  )

/** Texts and numbers of a value as mapped that stand nowhere in what was given. */
const inventedIn = (
  value: unknown,
  given: Conversions.Given,
  literals: ReadonlySet<unknown>
): ReadonlyArray<string | number> => {
  const found: Array<string | number> = []
  Json.leaves(value, (leaf, path) => {
    if (typeof leaf !== "string" && typeof leaf !== "number") return
    const isOurs = literals.has(leaf) && path.at(-1) !== "remote"
    if (isOurs || given.holds(leaf)) return
    const inner = typeof leaf === "string" && /^[[{]/.test(leaf) ? parsed(leaf) : leaf
    if (inner === leaf) found.push(leaf)
    else found.push(...inventedIn(inner, given, literals))
  })
  return found
}

/** Whether there is any text, number or truth value in it: a list or an object of nothing claims nothing. */
const isFilled = (value: unknown): boolean => {
  let found = false
  Json.leaves(value, () => (found = true))
  return found
}

/** Whether a value holds one of our own words, or a truth value: what no vendor's text can stand behind. */
const isClaim = (value: unknown, literals: ReadonlySet<unknown>): boolean => {
  let found = false
  Json.leaves(value, (leaf) => (found ||= typeof leaf === "boolean" || literals.has(leaf)))
  return found
}

const problemOf = (
  { from, rule, value }: Explain.Explained,
  given: Conversions.Given,
  literals: ReadonlySet<unknown>
): string | null => {
  if (rule === "absent" || !isFilled(value)) return null
  const invented = rule === "read" || from.length === 0 ? inventedIn(value, given, literals) : []
  if (invented.length > 0) return `${JSON.stringify(invented[0])} stands nowhere in what the vendor sent`
  if (rule === "derived") return null
  if (from.length === 0)
    return isClaim(value, literals) ? `is ${JSON.stringify(value)} without anything being read` : null
  return from.every((read) => !Predicate.isNotNullish(read.value) || read.value === "")
    ? `is ${JSON.stringify(value)} although the vendor sent nothing; that is a default`
    : null
}

const inventionsOf = (mapper: Mapper, { group, outcome }: Material.Worked): ReadonlyArray<Finding.Finding> => {
  if (outcome._tag === "Rejected") return []
  const literals = literalsOf(mapper.model.mapped.ast)
  const given = Conversions.given(
    group.key,
    group.members,
    Object.values(group.joined).map((rows) => rows ?? [])
  )
  const explained = Explain.explain(mapper, group, outcome.record) ?? []
  return explained.flatMap((one) => {
    const problem = problemOf(one, given, literals)
    return problem === null ? [] : [Finding.make(`${mapper.name} ${group.key} ${one.field}`, problem)]
  })
}

/** The values of all records that a provider makes of a store that the vendor never sent. */
export const inventionsIn = (provider: Provider, store: Offline.Store): ReadonlyArray<Finding.Finding> =>
  provider.mappers.flatMap((mapper) => Material.worked(mapper, store).flatMap((worked) => inventionsOf(mapper, worked)))

/** Every text and number was sent by the vendor, in one form or another; what is worked out says so. */
export const inventions = Check.make("inventions", "invents no value", ({ material, provider }) =>
  inventionsIn(provider, material.store)
)
