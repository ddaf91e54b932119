import * as Field from "../Field.ts"
import * as Model from "../Model.ts"

/** A page of a knowledge base. */
export const Page = Model.make("page", {
  plural: "pages",
  category: "kms",
  description: "A page of a knowledge base.",
  fields: {
    title: Field.text("Title of the page."),
    type: Field.word(["HTML", "MARKDOWN", "TEXT", "OTHER"], "In which form the content comes."),
    is_active: Field.boolean("Whether the page is in use."),
    has_children: Field.boolean("Whether other pages are part of this one."),
    download_url: Field.text("Where the content can be fetched; it may need the vendor's credentials or expire."),
    web_url: Field.text("The page in the vendor's application."),
    space_id: Field.reference("space", "The space that the page belongs to."),
    parent_id: Field.reference("page", "The page that this one is part of."),
    user_id: Field.reference("employee", "Who made the page.")
  }
})
