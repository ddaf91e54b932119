import { isPublished, make } from "../Rule.ts"

/** Ignoring a failure is sometimes right, and then the reader needs to know why. */
export const reasonedIgnore = make("reasoned-ignore", "Effect.ignore states its reason in a comment.", (file) => {
  if (!isPublished(file.place)) return {}
  const { sourceCode } = file.context
  return {
    MemberExpression: (node) => {
      if (node.object.type !== "Identifier" || node.object.name !== "Effect") return
      if (node.property.type !== "Identifier" || !node.property.name.startsWith("ignore")) return
      const line = sourceCode.getLocFromIndex(node.range[0]).line
      const explained = sourceCode.getAllComments().some((comment) => {
        const last = sourceCode.getLocFromIndex(comment.range[1]).line
        return last === line || last === line - 1
      })
      if (!explained) file.report(node, "Say in a comment, on this line or the one above, why nobody needs to know.")
    }
  }
})
