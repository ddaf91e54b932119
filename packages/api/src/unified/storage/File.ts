/** Files and folders. */
import * as Relation from "@crosswalk/core/Relation"
import { File } from "@crosswalk/core/storage/File"
import { Schema } from "effect"
import * as Word from "../../Word.ts"
import { entities, Entity } from "../crm/Deal.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** Their words for files and folders; they are ours, too. */
export const types = { FILE: "FILE", FOLDER: "FOLDER" } as const

const roles = { OWNER: "OWNER", READ: "READ", WRITE: "WRITE" } as const

const Permission = Schema.Struct({
  roles: Schema.Array(Schema.Union([Schema.Literals(Object.values(roles)), Schema.String])).annotate({
    description: "What may be done."
  }),
  user_id: Optional.text("The user who may."),
  group_id: Optional.text("The group that may."),
  is_public: Optional.boolean("Whether everybody may."),
  is_hidden: Optional.boolean("Whether the permission is hidden.")
}).annotate({ identifier: "Permission" })

/** A file or folder. */
export const file = Row.projection(
  File,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Name of the file with its ending."),
    description: Optional.text("What the file is about."),
    type: Optional.word(Object.values(types), "Whether it is a file or a folder of files."),
    mime_type: Optional.text("Media type of the file."),
    size: Optional.number("Length of the content in bytes."),
    hash: Optional.text("Check sum of the content, in the vendor's form."),
    version: Optional.text("The vendor's mark of the content's version."),
    tags: Optional.texts("Labels that users gave."),
    download_url: Optional.text("Where the content can be fetched; it may need the vendor's credentials or expire."),
    web_url: Optional.text("Page of the file in the vendor's application."),
    permissions: Optional.list(Permission, "Who may do what with the file."),
    references: Optional.list(Entity, "Records of the vendor's that the file belongs to."),
    parent_id: Optional.text("The folder that holds the file."),
    user_id: Optional.text("Who owns the file or folder.")
  }),
  {
    names: [Relation.to(File, "parent_id", File), ...Reference.people(File, "user_id")],
    fields: {
      ...Row.rules,
      name: ({ name }) => name,
      description: ({ description }) => description,
      type: ({ type }) => Word.open(types, type),
      mime_type: ({ content_type }) => content_type,
      size: ({ size }) => size,
      hash: ({ hash }) => hash,
      version: ({ version }) => version,
      tags: ({ tags }) => tags,
      download_url: ({ download_url }) => download_url,
      web_url: ({ web_url }) => web_url,
      permissions: ({ permissions }) =>
        permissions?.map(({ group_remote_id, is_hidden, is_public, roles: words, user_remote_id }) => ({
          roles: words.map((word) => Word.open(roles, word)),
          user_id: user_remote_id,
          group_id: group_remote_id,
          is_public,
          is_hidden
        })),
      references: ({ related }) => entities(related),
      parent_id: ({ parent_id }, context) => Reference.one(context, "file", parent_id),
      user_id: ({ user_id }, context) => Reference.one(context, "employee", user_id)
    }
  }
)
