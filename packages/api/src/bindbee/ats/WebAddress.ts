/** Addresses of pages, with what they are. */
import type { Link } from "@crosswalk/core/Part"
import { Schema } from "effect"
import * as Shape from "../../Shape.ts"

const types = ["PERSONAL", "COMPANY", "PORTFOLIO", "BLOG", "SOCIAL_MEDIA", "OTHER", "JOB_POSTING", "-"] as const

/** The address of a page. */
export const AtsUrl = Schema.Struct({
  value: Shape.text("The address."),
  url_type: Shape.open(types, "What the page is.")
}).annotate({ identifier: "AtsUrl" })

/** The vendor's word for what a page is, in capitals where that makes it one of theirs. */
const typeOf = (word: string | null): string | null => {
  const capitals = word?.toUpperCase().replaceAll(/[ -]/g, "_")
  return types.find((type) => type === capitals) ?? word
}

/** Pages, in their order. */
export const urls = (links: ReadonlyArray<typeof Link.Type> | null): ReadonlyArray<typeof AtsUrl.Type> | null =>
  links?.map(({ type, value }) => ({ value, url_type: typeOf(type) })) ?? null
