import { Schema } from "effect"
import * as Field from "../Field.ts"
import * as Model from "../Model.ts"
import * as Part from "../Part.ts"

/** Who may do what with a file: one user, one group, or everybody. */
const Permission = Schema.Struct({
  user_remote_id: Part.text,
  group_remote_id: Part.text,
  roles: Schema.Array(Part.word(["OWNER", "READ", "WRITE"])),
  is_public: Part.boolean,
  is_hidden: Part.boolean
})

/** A file or folder. */
export const File = Model.make("file", {
  plural: "files",
  category: "storage",
  description: "A file or folder.",
  fields: {
    name: Field.text("Name of the file with its ending.", { pii: "basic" }),
    description: Field.text("What the file is about."),
    type: Field.word(["FILE", "FOLDER"], "Whether it is a file or a folder of files."),
    content_type: Field.text("Media type of the file."),
    size: Field.integer("Length of the content.", { unit: "bytes" }),
    hash: Field.text("Check sum of the content, in the vendor's form."),
    version: Field.text("The vendor's mark of the content's version."),
    tags: Field.list(Schema.String, "Labels that users gave."),
    download_url: Field.text("Where the content can be fetched; it may need the vendor's credentials or expire."),
    web_url: Field.text("Page of the file in the vendor's application."),
    permissions: Field.list(Permission, "Who may do what with the file."),
    related: Field.list(Part.TypedEntity, "Records of the vendor's that the file belongs to."),
    parent_id: Field.reference("file", "The folder that holds the file."),
    user_id: Field.reference("employee", "Who owns the file or folder.")
  }
})
