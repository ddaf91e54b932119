/** Wire schemas are plain checks: a transformation in one would be decoding, which costs time on every record. */
import { SchemaAST } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"

const problemsIn = (ast: SchemaAST.AST, path: string, seen: Set<SchemaAST.AST>): ReadonlyArray<string> => {
  if (seen.has(ast)) return []
  seen.add(ast)
  const here = path === "" ? "the record" : `"${path}"`
  if (ast.encoding !== undefined) return [`${here} is transformed; check its form here and convert it in the mapping`]
  const below = (child: SchemaAST.AST, name: string) =>
    problemsIn(child, path === "" || name.startsWith("[") ? `${path}${name}` : `${path}.${name}`, seen)
  if (SchemaAST.isDeclaration(ast)) return [`${here} is no JSON; name what the vendor sends`]
  if (SchemaAST.isArrays(ast)) return [...ast.elements, ...ast.rest].flatMap((item) => below(item, "[]"))
  if (SchemaAST.isUnion(ast)) return ast.types.flatMap((member) => problemsIn(member, path, seen))
  if (SchemaAST.isSuspend(ast)) return problemsIn(ast.thunk(), path, seen)
  if (!SchemaAST.isObjects(ast)) return []
  return [
    ...ast.propertySignatures.flatMap(({ name, type }) => below(type, String(name))),
    ...ast.indexSignatures.flatMap(({ type }) => below(type, "*"))
  ]
}

/** No transformation, and nothing that JSON cannot hold. */
export const wireSchemas = Check.make("wire-schemas", "describes the vendor's JSON without converting it", (subject) =>
  subject.resources.flatMap(({ name, wire }) =>
    problemsIn(wire.ast, "", new Set()).map((problem) => Finding.make(name, problem))
  )
)
