import { isPublished, make, type Visitor } from "../Rule.ts"

/** Every symbol that others can import has a sentence that says what it is. */
export const documentedExport = make("documented-export", "Exports of packages have a docstring.", (file) => {
  const { context, place } = file
  const isPublic =
    isPublished(place) && place.group === "packages" && /^(?!internal\/)(.*\/)?[A-Z]\w*\.ts$/.test(place.path)
  if (!isPublic) return {}
  return {
    ExportNamedDeclaration: (node) => {
      const { declaration } = node
      if (!declaration) return
      const last = context.sourceCode.getCommentsBefore(node).at(-1)
      if (last?.type === "Block" && last.value.startsWith("*")) return
      // A type and a value of one name, and the overloads of a function, share the first one's docstring.
      const named = namesOf(declaration)
      if (named.length > 0 && named.every((name) => documented.has(name))) return
      file.report(node, `Say in a docstring what ${named.join(", ") || "this"} is.`)
    },
    Program: (program) => {
      documented.clear()
      for (const statement of program.body) {
        if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) continue
        const last = context.sourceCode.getCommentsBefore(statement).at(-1)
        if (last?.type === "Block" && last.value.startsWith("*"))
          for (const name of namesOf(statement.declaration)) documented.add(name)
      }
    }
  }
})

const documented = new Set<string>()

type Declaration = NonNullable<Parameters<NonNullable<Visitor["ExportNamedDeclaration"]>>[0]["declaration"]>

const namesOf = (declaration: Declaration): ReadonlyArray<string> => {
  const ids =
    declaration.type === "VariableDeclaration" ? declaration.declarations.map(({ id }) => id) : [declaration.id]
  return ids.flatMap((id) => (id?.type === "Identifier" ? [id.name] : []))
}
