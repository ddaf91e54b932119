/** Collections of pages. */
import { Page } from "@crosswalk/core/kms/Page"
import { Space } from "@crosswalk/core/kms/Space"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A space. */
export const space = Row.projection(
  Space,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Name of the space."),
    description: Optional.text("What the space is about."),
    is_active: Optional.boolean("Whether the space is in use."),
    parent_id: Optional.text("The space that this one is part of."),
    parent_page_id: Optional.text("The page that this space is part of."),
    user_id: Optional.text("Who made the space.")
  }),
  {
    names: [
      Relation.to(Space, "parent_id", Space),
      Relation.to(Space, "parent_page_id", Page),
      ...Reference.people(Space, "user_id")
    ],
    fields: {
      ...Row.rules,
      name: ({ name }) => name,
      description: ({ description }) => description,
      is_active: ({ is_active }) => is_active,
      parent_id: ({ parent_id }, context) => Reference.one(context, "space", parent_id),
      parent_page_id: ({ parent_page_id }, context) => Reference.one(context, "page", parent_page_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
