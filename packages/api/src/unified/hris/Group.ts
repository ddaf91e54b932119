/** Groups of people. */
import { Company } from "@crosswalk/core/hris/Company"
import { Employee } from "@crosswalk/core/hris/Employee"
import { Group } from "@crosswalk/core/hris/Group"
import * as Relation from "@crosswalk/core/Relation"
import { Schema } from "effect"
import type { RecordOf, Related } from "../../Related.ts"
import * as Word from "../../Word.ts"
import * as Optional from "../Optional.ts"
import * as Reference from "../Reference.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"

/** Their words for kinds of groups. */
export const types = ["TEAM", "GROUP", "DEPARTMENT", "DIVISION", "BUSINESS_UNIT", "BRANCH", "SUB_DEPARTMENT"] as const

const own = {
  id: Row.id,
  ...Row.times,
  name: Optional.text("Name of the group."),
  description: Optional.text("What the group is for."),
  type: Optional.word(types, "Which kind of unit it is."),
  is_active: Optional.boolean("Whether the group is in use."),
  parent_id: Optional.text("The group that this one is part of."),
  company_id: Optional.text("The legal entity that the group belongs to."),
  manager_ids: Optional.texts("People who lead the group.")
}

type Names = Pick<Related<never>, "remoteId">

const rules = {
  ...Row.rules,
  name: ({ name }: RecordOf<"group">) => name,
  description: ({ description }: RecordOf<"group">) => description,
  type: ({ type }: RecordOf<"group">) => Word.open(Words.groupType, type),
  is_active: ({ is_active }: RecordOf<"group">) => is_active,
  parent_id: ({ parent_id }: RecordOf<"group">, names: Names) => Reference.one(names, "group", parent_id),
  company_id: ({ company_id }: RecordOf<"group">, names: Names) => Reference.one(names, "company", company_id),
  manager_ids: ({ manager_ids }: RecordOf<"group">, names: Names) => Reference.many(names, "employee", manager_ids)
}

/** What groups name. */
export const names = [
  Relation.to(Group, "parent_id", Group),
  Relation.to(Group, "company_id", Company),
  ...Reference.people(Group, "manager_ids")
]

/** A group inside an employee: all but its members. */
export const GroupOf = Schema.Struct(own).annotate({ identifier: "GroupOfEmployee" })

/** The group of an employee. */
export const groupOf = (group: RecordOf<"group">, context: Names) => ({
  id: rules.id(group),
  created_at: rules.created_at(group),
  updated_at: rules.updated_at(group),
  name: rules.name(group),
  description: rules.description(group),
  type: rules.type(group),
  is_active: rules.is_active(group),
  parent_id: rules.parent_id(group, context),
  company_id: rules.company_id(group, context),
  manager_ids: rules.manager_ids(group, context)
})

/** A group. Its members are those whom it names and those who name it. */
export const group = Row.projection(
  Group,
  Schema.Struct({ ...own, user_ids: Optional.texts("People who belong to the group.") }),
  {
    loads: [Relation.of(Group, Employee, "group_ids")],
    names: [...names, ...Reference.people(Group, "user_ids")],
    fields: {
      ...rules,
      user_ids: ({ id, user_ids }, context) =>
        Reference.also(Reference.many(context, "employee", user_ids), context.of("employee", "group_ids", id))
    }
  }
)
