/** How the customer is organised: companies, places, units, jobs. */
import * as Wire from "@crosswalk/core/Wire"
import { Schema } from "effect"
import { docs } from "./Docs.ts"
import { Code, Flag, Text } from "./Habits.ts"

/** A company of the account. */
export const Company = Schema.Struct({
  companyID: Wire.Id,
  companyName: Text,
  federalTaxId: Code,
  addressLine1: Text,
  addressLine2: Text,
  addressCity: Text,
  addressState: Text,
  addressZipCode: Code,
  addressCountry: Text
}).annotate({ source: docs })

/** A place of work. */
export const Location = Schema.Struct({
  locationCode: Wire.Id,
  description: Text,
  addressLine1: Text,
  addressLine2: Text,
  city: Text,
  state: Text,
  zipOrPostalCode: Code,
  countryCode: Text,
  isActive: Flag
}).annotate({ source: docs })

/** A unit of one of four parallel levels; the account decides what a level means. */
export const OrgLevel = Schema.Struct({
  level: Wire.Numeric,
  code: Wire.Id,
  description: Text,
  /** What the account calls the level, e.g. `Department`. */
  levelDescription: Text,
  isActive: Flag
}).annotate({ source: docs })

/** A unit of one of four parallel levels. */
export type OrgLevel = typeof OrgLevel.Type

/** A job of the account's catalogue. */
export const Job = Schema.Struct({ code: Wire.Id, title: Text }).annotate({ source: docs })

/** A job of the account's catalogue. */
export type Job = typeof Job.Type
