import { make } from "../Rule.ts"

const vagueFile = /^(utils?|helpers?|common|misc|manager|data|info)$/i
const vagueFunction = /^(handle|process|do)[A-Z]/

/** A name says what a thing is; these say only that there is a thing. */
export const vagueName = make(
  "vague-name",
  "No utils, helpers, common, misc, manager, handleX, processX, doX.",
  (file) => {
    const base = file.place.path.split("/").map((part) => part.replace(/\..*$/, ""))
    return {
      Program: (node) => {
        if (base.some((part) => vagueFile.test(part))) file.report(node, "Name the module for the concept it holds.")
      },
      VariableDeclarator: (node) => {
        const isFunction = node.init?.type === "ArrowFunctionExpression" || node.init?.type === "FunctionExpression"
        if (isFunction && node.id.type === "Identifier" && vagueFunction.test(node.id.name))
          file.report(node.id, "Name the function for what it yields.")
      },
      FunctionDeclaration: (node) => {
        if (node.id && vagueFunction.test(node.id.name)) file.report(node.id, "Name the function for what it yields.")
      }
    }
  }
)
