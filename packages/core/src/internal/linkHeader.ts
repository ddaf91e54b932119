/** Reads `Link` headers (RFC 8288). */

const linkValue = /<([^>]*)>((?:\s*;\s*[^\s=;,"]*(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g
const parameter = /;\s*([^\s=;,"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g

/** One link of a header: where it leads, and what it is to the page that carries it. */
export interface Link {
  readonly target: string
  /** Relation types in lower case, e.g. `next`. */
  readonly relations: ReadonlyArray<string>
}

const relationsOf = (parameters: string): ReadonlyArray<string> => {
  // Only the first `rel` counts; it may name several relations.
  for (const [, name, quoted, bare] of parameters.matchAll(parameter)) {
    if (name?.toLowerCase() === "rel") {
      const relations = (quoted ?? bare ?? "").toLowerCase().trim()
      return relations === "" ? [] : relations.split(/\s+/)
    }
  }
  return []
}

/** The links of a header, in its order. */
export const linksOf = (header: string): ReadonlyArray<Link> =>
  Array.from(header.matchAll(linkValue), ([, target, parameters]) => ({
    target: target ?? "",
    relations: relationsOf(parameters ?? "")
  }))
