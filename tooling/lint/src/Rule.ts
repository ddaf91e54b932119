import type { RuleTester } from "oxlint/plugins-dev"

type AnyRule = Parameters<RuleTester["run"]>[1]

/** A rule as oxlint takes it. */
export type Rule = Extract<AnyRule, { readonly create: unknown }>

/** What a rule is given about the file at hand. */
export type Context = Parameters<Rule["create"]>[0]

/** The functions a rule gives back: one per kind of syntax node it looks at. */
export type Visitor = ReturnType<Rule["create"]>

/** The page that explains every rule. */
const page = "docs/patterns/lint.md"

/**
 * A rule under its name. `create` gets the file's place in the repository and a `report` that points to the rule's
 * paragraph; it is not called for files outside `packages`, `providers`, `examples` and `tooling`.
 */
export const make = (name: string, description: string, create: (file: File) => Visitor): Rule => ({
  meta: { type: "problem", docs: { description, url: `${page}#${name}` } },
  create: (context) => {
    const place = placeOf(context.filename)
    return place === null
      ? {}
      : create({
          place,
          context,
          report: (node, sentence) => context.report({ node, message: `${sentence} (${page}#${name})` })
        })
  }
})

/** The file that a rule looks at. */
export interface File {
  readonly place: Place
  readonly context: Context
  readonly report: (node: Parameters<Context["report"]>[0]["node"] & object, sentence: string) => void
}

/** Where a file lies: `packages/core/src/internal/X.ts` is group, name, area and path. */
export interface Place {
  readonly group: "packages" | "providers" | "examples" | "tooling"
  readonly name: string
  readonly area: "src" | "test"
  readonly path: string
}

/** The place of a file in the repository; null when it is no source or test of a workspace member. */
export const placeOf = (filename: string): Place | null => {
  const parts = filename.split("\\").join("/").split("/")
  for (let index = parts.length - 4; index >= 0; index--) {
    const [group, name, area] = parts.slice(index, index + 3)
    if (
      name !== undefined &&
      (group === "packages" || group === "providers" || group === "examples" || group === "tooling") &&
      (area === "src" || area === "test")
    )
      return { group, name, area, path: parts.slice(index + 3).join("/") }
  }
  return null
}

/** Whether a file is part of what gets published: the strictest rules are for these. */
export const isPublished = (place: Place): boolean =>
  (place.group === "packages" || place.group === "providers") && place.area === "src"
