/**
 * The account's lists as collections: the generated base, what was edited over it, and the order each is sent in.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Dataset from "@crosswalk/sandbox/Dataset"
import * as Seeded from "@crosswalk/sandbox/Seeded"
import type { Account, Kind } from "./Account.ts"
import { day } from "./Account.ts"
import * as Eeo from "./Eeo.ts"
import * as Facts from "./Facts.ts"
import * as Opportunities from "./Opportunities.ts"
import * as Postings from "./Postings.ts"
import * as Requisitions from "./Requisitions.ts"
import * as Users from "./Users.ts"
import * as Wire from "./Wire.ts"

/** Times are below this: 42 bits of milliseconds reach the year 2109. */
const timeLimit = 2 ** 42

/** The sort key of an instant in a list that begins with the newest. */
export const newestFirst = (time: number): number =>
  timeLimit - 1 - Math.min(timeLimit - 1, Math.max(0, Math.floor(time)))

/** The instant of such a key. */
export const timeOf = (key: number): number => timeLimit - 1 - (key % timeLimit)

/** The sort key of an opportunity: the place of its stage, then the one advanced last. */
export const opportunityKey = (stage: number, lastAdvancedAt: number): number =>
  stage * timeLimit + newestFirst(lastAdvancedAt)

/** The place of the stage in a sort key. */
export const stageOf = (key: number): number => Math.floor(key / timeLimit)

/** The place of a stage in the pipeline by its id; behind all others when there is no such stage. */
export const stagePlace = (account: Account, id: string): number => {
  const at = account.stages.findIndex((stage) => stage.id === id)
  return at === -1 ? account.stages.length : at
}

export type Table = Dataset.Dataset<JsonObject>

export interface Tables {
  readonly opportunities: Table
  readonly users: Table
  readonly postings: Table
  readonly requisitions: Table
  readonly deletedOpportunities: Table
  readonly deletedApplications: Table
  readonly deletedPostings: Table
  /** Opportunities with a survey record, as `{ id, createdAt }`. */
  readonly surveys: Table
}

const byCreation = (
  account: Account,
  kind: Kind,
  size: number,
  createdAt: (account: Account, row: number) => number,
  record: (account: Account, row: number) => JsonObject
): Table =>
  Dataset.make<JsonObject>({
    size,
    id: (row) => Seeded.uuid(account.source[kind], row),
    rowOf: (id) => Seeded.indexOf(account.source[kind], id),
    tie: (row) => Seeded.prefix(account.source[kind], row),
    record: (row) => record(account, row),
    key: (row) => newestFirst(createdAt(account, row)),
    keyOf: (record) => newestFirst(Wire.number(record.createdAt) ?? 0)
  })

const deletedAt = (account: Account, row: number): number => account.epoch - (1 + (row % 400)) * day

const deletedOf = (
  account: Account,
  kind: Kind,
  offset: number,
  size: number,
  record: (account: Account, row: number) => JsonObject
): Table =>
  Dataset.make<JsonObject>({
    size,
    id: (row) => Seeded.uuid(account.source[kind], offset + row),
    rowOf: (id) => {
      const row = Seeded.indexOf(account.source[kind], id)
      return row === undefined || row < offset ? undefined : row - offset
    },
    tie: (row) => Seeded.prefix(account.source[kind], offset + row),
    record: (row) => ({
      ...record(account, offset + row),
      deletedBy: Users.id(account, row % account.users),
      deletedAt: deletedAt(account, row)
    }),
    key: (row) => newestFirst(deletedAt(account, row)),
    keyOf: (record) => newestFirst(Wire.number(record.deletedAt) ?? 0)
  })

export const make = (account: Account): Tables => {
  const { deleted, size, source } = account
  return {
    opportunities: Dataset.make<JsonObject>({
      size,
      id: (row) => Opportunities.id(account, row),
      rowOf: (id) => Seeded.indexOf(source.opportunity, id),
      tie: (row) => Seeded.prefix(source.opportunity, row),
      record: (row) => Opportunities.record(account, row),
      key: (row) => opportunityKey(Facts.stage(account, row), Facts.lastAdvancedAt(account, row)),
      keyOf: (record) =>
        opportunityKey(stagePlace(account, Wire.text(record.stage)), Wire.number(record.lastAdvancedAt) ?? 0)
    }),
    users: byCreation(account, "user", account.users, Users.createdAt, Users.record),
    postings: byCreation(account, "posting", account.postings, Postings.createdAt, Postings.record),
    requisitions: byCreation(account, "requisition", account.requisitions, Requisitions.createdAt, Requisitions.record),
    deletedOpportunities: deletedOf(account, "opportunity", size, deleted, Opportunities.record),
    deletedApplications: deletedOf(account, "application", size, deleted, (_, row) => ({
      id: Opportunities.applicationId(account, row),
      opportunityId: Opportunities.id(account, row)
    })),
    deletedPostings: deletedOf(account, "posting", account.postings, Math.min(deleted, 5), Postings.record),
    surveys: Dataset.make<JsonObject>({
      size,
      id: (row) => Opportunities.id(account, row),
      rowOf: (id) => Seeded.indexOf(source.opportunity, id),
      tie: (row) => Seeded.prefix(source.opportunity, row),
      record: (row) =>
        Eeo.exists(account, row)
          ? { id: Opportunities.id(account, row), createdAt: Facts.createdAt(account, row) }
          : {},
      key: (row) => newestFirst(Facts.createdAt(account, row)),
      keyOf: (record) => newestFirst(Wire.number(record.createdAt) ?? 0)
    })
  }
}
