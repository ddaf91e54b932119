/**
 * Keeps of a vendor's records only what is read of them: raw data is personal data, and what nobody reads need not be
 * held. What is read stands in the resource's wire schema; a record without the rest maps to the same.
 */
import { SchemaAST } from "effect"
import { select } from "./internal/select.ts"
import type { Fate, Selection } from "./internal/select.ts"
import type { Resource } from "./Resource.ts"

/** What several schemas keep of one value: what any of them does. */
const either = (fates: ReadonlyArray<Fate>): Fate => {
  if (fates.includes("whole")) return "whole"
  const selections = fates.filter((fate) => fate !== "gone" && fate !== "whole")
  const [first] = selections
  if (first === undefined) return "gone"
  return selections.length === 1 ? first : (key) => either(selections.map((selection) => selection(key)))
}

/** Where a schema reads a simple value, an object that stands there instead is kept without its keys. */
const bare: Selection = () => "gone"

/** What a schema keeps of a value. A schema that contains itself is the same selection at every depth. */
const fateOf = (ast: SchemaAST.AST, known: Map<SchemaAST.AST, Fate>): Fate => {
  const found = known.get(ast)
  if (found !== undefined) return found
  const fate = make(ast, known)
  known.set(ast, fate)
  return fate
}

const make = (ast: SchemaAST.AST, known: Map<SchemaAST.AST, Fate>): Fate => {
  switch (ast._tag) {
    case "Objects": {
      // What an empty struct says of keys is nothing.
      if (ast.propertySignatures.length + ast.indexSignatures.length === 0) return bare
      const types = new Map(ast.propertySignatures.map(({ name, type }) => [name, type]))
      const others = ast.indexSignatures.map(({ type }) => type)
      const fates = new Map<string, Fate>()
      return (key) => {
        let fate = fates.get(key)
        if (fate === undefined) {
          const type = types.get(key)
          fate = either((type === undefined ? others : [type, ...others]).map((one) => fateOf(one, known)))
          // A vendor's own keys are without number; those of a struct are few.
          if (type !== undefined) fates.set(key, fate)
        }
        return fate
      }
    }
    case "Arrays":
      return either([bare, ...[...ast.elements, ...ast.rest].map((one) => fateOf(one, known))])
    case "Union":
      return either([bare, ...ast.types.map((one) => fateOf(one, known))])
    case "Suspend":
      return (key) => {
        const fate = fateOf(ast.thunk(), known)
        return typeof fate === "function" ? fate(key) : fate
      }
    case "Unknown":
    case "Any":
    case "ObjectKeyword":
    case "Declaration":
      return "whole"
    default:
      return bare
  }
}

/**
 * Keeps of a resource's records what its wire schema reads, worked out once. It copies what it is given. Values of a
 * wrong type stay where they are, an object among them without its keys, so that a check finds the same faults.
 */
export const read = (resource: Resource): ((raw: unknown) => unknown) => {
  const fate = fateOf(SchemaAST.toType(resource.wire.ast), new Map())
  return typeof fate === "function" ? (raw) => select(raw, fate) : (raw) => raw
}
