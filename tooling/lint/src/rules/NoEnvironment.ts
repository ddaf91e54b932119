import { isPublished, make } from "../Rule.ts"

/** Settings come through effect's Config, so that they are typed, named in errors and replaceable in tests. */
export const noEnvironment = make("no-environment", "Settings come from Config, not from process.env.", (file) => {
  if (!isPublished(file.place) || file.place.path === "Environment.ts") return {}
  const sentence = "Read settings with effect's Config, or in the package's Environment.ts."
  return {
    MemberExpression: (node) => {
      if (node.object.type !== "Identifier" || node.object.name !== "process") return
      const { property } = node
      if (property.type === "Identifier" && property.name === "env") file.report(node, sentence)
    },
    ImportSpecifier: (node) => {
      const source = node.parent.type === "ImportDeclaration" ? node.parent.source.value : ""
      if (/^(node:)?process$/.test(source) && node.imported.type === "Identifier" && node.imported.name === "env")
        file.report(node, sentence)
    }
  }
})
