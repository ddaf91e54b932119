import { make } from "../Rule.ts"

/** An exception to a rule names the rule and says why, after two hyphens. */
export const reasonedException = make(
  "reasoned-exception",
  "A comment that switches a rule off names it and gives the reason.",
  (file) => ({
    Program: () => {
      for (const comment of file.context.sourceCode.getAllComments()) {
        const text = comment.value.trim()
        if (/^@ts-(ignore|nocheck)\b/.test(text))
          file.report(comment, "Mend the type instead of hiding it; a type test uses @ts-expect-error.")
        if (!/^(oxlint|eslint)-disable/.test(text)) continue
        if (!/^(oxlint|eslint)-disable(-next-line|-line)? [\w-]+(\/[\w-]+)?(, [\w-]+(\/[\w-]+)?)* -- \S+/.test(text))
          file.report(comment, "Write `oxlint-disable-next-line <rule> -- <why>`.")
      }
    }
  })
)
