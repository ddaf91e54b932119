/** Group ← a unit of one of the four organisation levels. */
import { Group } from "@crosswalk/core/hris/Group"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Wire from "@crosswalk/core/Wire"
import { orgLevelKey, orgLevels } from "../UkgProResources.ts"
import { docs } from "../wire/Docs.ts"
import { code, flag, text } from "../wire/Habits.ts"
import * as Unit from "./Unit.ts"

export const group = Mapper.make(Group, orgLevels, {
  docs,
  fields: {
    remote_id: (unit) => orgLevelKey(Wire.integer(unit.level), code(unit.code)) ?? "",
    remote_created_at: absent("organisation levels carry no times"),
    remote_updated_at: absent("organisation levels carry no times"),
    custom_fields: absent("organisation levels have none"),
    // What UKG calls the description is the only name there is.
    name: ({ description }) => text(description),
    description: absent("UKG's description is the name"),
    type: Unit.kind,
    is_active: ({ isActive }) => flag(isActive),
    is_team: absent("UKG Pro does not tell"),
    parent_id: absent("the four levels stand beside each other, not below"),
    company_id: absent("organisation levels belong to the account as a whole"),
    user_ids: absent("employments name their units"),
    manager_ids: absent("UKG Pro does not tell")
  }
})
