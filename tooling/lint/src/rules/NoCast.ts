import { make } from "../Rule.ts"

/** A cast is a claim that nothing checks; `as const` claims nothing. */
export const noCast = make("no-cast", "No type assertion except `as const`.", (file) => {
  const sentence = "Decode, narrow or use `satisfies` instead of asserting a type."
  return {
    TSAsExpression: (node) => {
      const type = node.typeAnnotation
      const isConst =
        type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "const"
      if (!isConst) file.report(node, sentence)
    },
    TSTypeAssertion: (node) => file.report(node, sentence)
  }
})
