/** Group ← option of the lists of departments and divisions. */
import { Group } from "@crosswalk/core/hris/Group"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import { vocabulary } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import { docs, lists } from "../BamboohrWire.ts"

/** The lists whose options are groups of people. */
export const unitLists = ["department", "division"] as const

const type = vocabulary({ department: "DEPARTMENT", division: "DIVISION" })
const isArchived = new Map([
  ["yes", true],
  ["no", false]
])

const none = absent("a group is a name alone")

const units = Source.each(
  lists,
  {
    of: ({ alias, options }) => (unitLists.some((name) => name === alias) ? options : null),
    id: ({ id }) => Wire.id(id)
  },
  {}
)

export const group = Mapper.make(Group, units, {
  docs: `${docs}/metadata-get-details-for-list-fields-1`,
  fields: {
    remote_id: ({ item }) => String(item.id),
    remote_created_at: ({ item }) => Wire.instant(item.createdDate),
    remote_updated_at: none,
    custom_fields: none,
    name: ({ item }) => Wire.text(item.name),
    description: none,
    type: ({ remote }) => type(remote.alias),
    is_active: ({ item }) => {
      const archived = isArchived.get(item.archived ?? "")
      return archived === undefined ? null : !archived
    },
    is_team: none,
    parent_id: none,
    company_id: absent("a connector is one company"),
    user_ids: absent("employees name their groups"),
    manager_ids: none
  }
})
