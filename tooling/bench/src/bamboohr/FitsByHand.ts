/** The hand-written checks of what is read of BambooHR's rows. */
import type { DirectoryEntry, Employee, List } from "@crosswalk/bamboohr/BamboohrWire"

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isNone = (value: unknown): boolean => value === null || value === undefined
const isId = (value: unknown): boolean => typeof value === "string" || typeof value === "number"
const fitsId = (value: unknown): boolean => isNone(value) || isId(value)
const fitsText = (value: unknown): boolean => isNone(value) || typeof value === "string"

const names = (id: unknown): boolean => !isNone(id) && id !== ""

/** Whether it has what is read of an employee. */
export const isEmployee = (value: unknown): value is typeof Employee.Type =>
  isObject(value) &&
  fitsId(value.employeeId) &&
  fitsId(value.id) &&
  (names(value.employeeId) || names(value.id)) &&
  fitsText(value.firstName) &&
  fitsText(value.lastName) &&
  fitsText(value.preferredName) &&
  fitsText(value.photoUrl) &&
  fitsText(value.jobTitleName) &&
  fitsText(value.status)

/** Whether it has what is read of an entry in the directory. */
export const isEntry = (value: unknown): value is typeof DirectoryEntry.Type =>
  isObject(value) &&
  isId(value.id) &&
  value.id !== "" &&
  fitsText(value.displayName) &&
  fitsText(value.pronouns) &&
  fitsText(value.department) &&
  fitsText(value.division) &&
  fitsText(value.workEmail) &&
  fitsText(value.workPhone) &&
  fitsText(value.mobilePhone)

const fitsOption = (value: unknown): boolean =>
  isObject(value) && isId(value.id) && fitsText(value.name) && fitsText(value.archived) && fitsText(value.createdDate)

/** Whether it has what is read of a list of values. */
export const fitsList = (value: unknown): value is typeof List.Type =>
  isObject(value) &&
  isId(value.id) &&
  fitsText(value.alias) &&
  (isNone(value.options) || (Array.isArray(value.options) && value.options.every(fitsOption)))
