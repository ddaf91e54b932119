/** Pages of knowledge bases. */
import { Page } from "@crosswalk/core/kms/Page"
import { Space } from "@crosswalk/core/kms/Space"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Word from "../../Word.ts"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

const types = { HTML: "HTML", MARKDOWN: "MARKDOWN", TEXT: "TEXT", OTHER: "OTHER" } as const

/** A page. */
export const page = Row.projection(
  Page,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    title: Optional.text("Title of the page."),
    type: Schema.Union([Schema.Literals(Object.values(types)), Schema.String]).annotate({
      description: "In which form the content comes; OTHER where that is not known."
    }),
    is_active: Optional.boolean("Whether the page is in use."),
    has_children: Optional.boolean("Whether other pages are part of this one."),
    download_url: Optional.text("Where the content can be fetched; it may need the vendor's credentials or expire."),
    web_url: Optional.text("The page in the vendor's application."),
    space_id: Optional.text("The space that the page belongs to."),
    parent_id: Optional.text("The page that this one is part of."),
    user_id: Optional.text("Who made the page."),
    ...Metadata.metadata
  }),
  {
    names: [
      Relation.to(Page, "space_id", Space),
      Relation.to(Page, "parent_id", Page),
      ...Reference.people(Page, "user_id")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      title: ({ title }) => title,
      // The key must be there; a form that nobody told is none of the named ones.
      type: ({ type }) => Word.open(types, type) ?? "OTHER",
      is_active: ({ is_active }) => is_active,
      has_children: ({ has_children }) => has_children,
      download_url: ({ download_url }) => download_url,
      web_url: ({ web_url }) => web_url,
      space_id: ({ space_id }, context) => Reference.one(context, "space", space_id),
      parent_id: ({ parent_id }, context) => Reference.one(context, "page", parent_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
