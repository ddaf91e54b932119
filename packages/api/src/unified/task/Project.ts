/** Pieces of work with tasks. */
import { Group } from "@crosswalk/core/hris/Group"
import * as Relation from "@crosswalk/core/Relation"
import { Project } from "@crosswalk/core/task/Project"
import { Schema } from "effect"
import * as Metadata from "../Metadata.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"

/** A project. */
export const project = Row.projection(
  Project,
  Schema.Struct({
    id: Row.id,
    ...Row.times,
    name: Optional.text("Name of the project."),
    description: Optional.text("What the project is about."),
    has_children: Optional.boolean("Whether other projects are part of this one."),
    has_tasks: Optional.boolean("Whether the project can hold tasks."),
    parent_id: Optional.text("The project that this one is part of."),
    group_ids: Optional.texts("Groups of people that the project belongs to."),
    user_ids: Optional.texts("People who work on the project."),
    ...Metadata.metadata
  }),
  {
    names: [
      Relation.to(Project, "parent_id", Project),
      Relation.to(Project, "group_ids", Group),
      ...Reference.people(Project, "user_ids")
    ],
    fields: {
      ...Row.rules,
      ...Metadata.rules,
      name: ({ name }) => name,
      description: ({ description }) => description,
      has_children: ({ has_children }) => has_children,
      has_tasks: ({ has_tasks }) => has_tasks,
      parent_id: ({ parent_id }, context) => Reference.one(context, "project", parent_id),
      group_ids: ({ group_ids }, context) => Reference.many(context, "group", group_ids),
      user_ids: ({ user_ids }, context) => Reference.many(context, "employee", user_ids)
    }
  }
)
