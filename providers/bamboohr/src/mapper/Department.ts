/** Department ← option of the list of departments, as openings name it. */
import { Department } from "@crosswalk/core/ats/Department"
import * as Mapper from "@crosswalk/core/Mapper"
import { absent } from "@crosswalk/core/Mapper"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { docs, lists } from "../BamboohrWire.ts"

const departments = Source.each(
  lists,
  { of: ({ alias, options }) => (alias === "department" ? options : null), id: ({ id }) => Wire.id(id) },
  {}
)

const none = absent("a department is a name alone")

export const department = Mapper.make(Department, departments, {
  docs: `${docs}/metadata-get-details-for-list-fields-1`,
  fields: {
    remote_id: ({ item }) => String(item.id),
    remote_created_at: ({ item }) => Wire.instant(item.createdDate),
    remote_updated_at: none,
    custom_fields: none,
    name: ({ item }) => Wire.text(item.name),
    type: none,
    parent_id: none
  }
})
