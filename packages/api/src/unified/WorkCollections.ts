/** Lists of systems for calls, knowledge, files, tasks and tickets. */
import { Contact } from "@crosswalk/core/crm/Contact"
import { Page } from "@crosswalk/core/kms/Page"
import { Space } from "@crosswalk/core/kms/Space"
import { File } from "@crosswalk/core/storage/File"
import { Project } from "@crosswalk/core/task/Project"
import { Ticket } from "@crosswalk/core/ticketing/Ticket"
import { TicketNote } from "@crosswalk/core/ticketing/TicketNote"
import { Call } from "@crosswalk/core/uc/Call"
import * as Collection from "../Collection.ts"
import * as Filters from "./Filters.ts"
import { page } from "./kms/Page.ts"
import { space } from "./kms/Space.ts"
import { file, types } from "./storage/File.ts"
import { project } from "./task/Project.ts"
import { note } from "./ticketing/Note.ts"
import { ticket } from "./ticketing/Ticket.ts"
import { call } from "./uc/Call.ts"

/** The lists of these categories. */
export const workCollections = [
  Collection.make({
    category: "uc",
    path: "call",
    projections: [call],
    description: "Telephone calls.",
    filters: {
      contact_id: Filters.to(Call, "contact_ids", Contact, "Calls that that person took part in."),
      end_lt: Filters.before("ends_at", "Calls that ended before that date-time."),
      start_gte: Filters.since("starts_at", "Calls that began at that date-time or later."),
      user_id: Filters.person(Call, "user_id", "Calls of that colleague.")
    }
  }),
  Collection.make({
    category: "kms",
    path: "space",
    projections: [space],
    description: "Collections of pages.",
    filters: { parent_id: Filters.to(Space, "parent_id", Space, "Spaces that are part of that one.") }
  }),
  Collection.make({
    category: "kms",
    path: "page",
    projections: [page],
    description: "Pages of knowledge bases.",
    filters: {
      parent_id: Filters.to(Page, "parent_id", Page, "Pages that are part of that one."),
      space_id: Filters.to(Page, "space_id", Space, "Pages of that space."),
      user_id: Filters.person(Page, "user_id", "Pages that that colleague made.")
    }
  }),
  Collection.make({
    category: "storage",
    path: "file",
    projections: [file],
    description: "Files and folders.",
    filters: {
      parent_id: Filters.to(File, "parent_id", File, "What is in that folder."),
      reference: Filters.text(["related", "remote_id"], "Files that belong to that record of the vendor's."),
      type: Filters.word("type", types, "Files, or folders.")
    }
  }),
  Collection.make({
    category: "task",
    path: "project",
    projections: [project],
    description: "Pieces of work with tasks.",
    filters: {
      parent_id: Filters.to(Project, "parent_id", Project, "Projects that are part of that one."),
      user_id: Filters.person(Project, "user_ids", "Projects that that colleague works on.")
    }
  }),
  Collection.make({
    category: "ticketing",
    path: "note",
    projections: [note],
    description: "Remarks on tickets.",
    filters: {
      customer_id: Filters.to(TicketNote, "customer_id", Contact, "Remarks that that person wrote."),
      ticket_id: Filters.to(TicketNote, "ticket_id", Ticket, "Remarks on that ticket.")
    }
  }),
  Collection.make({
    category: "ticketing",
    path: "ticket",
    projections: [ticket],
    description: "Requests to service desks.",
    filters: {
      customer_id: Filters.to(Ticket, "customer_id", Contact, "Requests of that person."),
      user_id: Filters.person(Ticket, "user_id", "Requests that that colleague entered.")
    }
  })
]
