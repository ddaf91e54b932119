/** The hand-written check of what is read of an opportunity. */
import type { Opportunity } from "@crosswalk/lever/wire/Opportunity"

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const numeric = /^\s*[-+]?\d+(\.\d+)?\s*$/

const isNone = (value: unknown): boolean => value === null || value === undefined
const fitsText = (value: unknown): boolean => isNone(value) || typeof value === "string"
const fitsFlag = (value: unknown): boolean => isNone(value) || typeof value === "boolean"
const fitsTime = (value: unknown): boolean =>
  isNone(value) || typeof value === "number" || (typeof value === "string" && numeric.test(value))

const fitsTexts = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) if (typeof value[at] !== "string") return false
  return true
}

const fitsPhones = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) {
    const phone: unknown = value[at]
    if (!isObject(phone) || !fitsText(phone.type) || !fitsText(phone.value)) return false
  }
  return true
}

const fitsForm = (form: unknown): boolean => {
  if (!isObject(form) || !fitsText(form.type)) return false
  if (isNone(form.fields)) return true
  if (!Array.isArray(form.fields)) return false
  for (let at = 0; at < form.fields.length; at++) {
    const field: unknown = form.fields[at]
    if (!isObject(field) || !fitsText(field.id) || !fitsText(field.type) || !fitsText(field.text)) return false
  }
  return true
}

const fitsApplication = (value: unknown): boolean => {
  if (typeof value === "string") return true
  if (
    !isObject(value) ||
    typeof value.id !== "string" ||
    !fitsText(value.type) ||
    !fitsText(value.posting) ||
    !fitsText(value.company) ||
    !fitsText(value.user) ||
    !fitsTime(value.createdAt)
  )
    return false
  if (isNone(value.customQuestions)) return true
  if (!Array.isArray(value.customQuestions)) return false
  for (let at = 0; at < value.customQuestions.length; at++) if (!fitsForm(value.customQuestions[at])) return false
  return true
}

const fitsApplications = (value: unknown): boolean => {
  if (isNone(value)) return true
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) if (!fitsApplication(value[at])) return false
  return true
}

/** Whether it has what is read of it. */
export const fits = (value: unknown): value is Opportunity =>
  isObject(value) &&
  typeof value.id === "string" &&
  value.id !== "" &&
  typeof value.contact === "string" &&
  value.contact !== "" &&
  fitsText(value.name) &&
  fitsText(value.headline) &&
  fitsText(value.stage) &&
  fitsText(value.confidentiality) &&
  fitsText(value.location) &&
  fitsPhones(value.phones) &&
  fitsTexts(value.emails) &&
  fitsTexts(value.links) &&
  (isNone(value.archived) ||
    (isObject(value.archived) && fitsText(value.archived.reason) && fitsTime(value.archived.archivedAt))) &&
  fitsTexts(value.tags) &&
  fitsTexts(value.sources) &&
  fitsText(value.origin) &&
  fitsText(value.sourcedBy) &&
  fitsText(value.owner) &&
  fitsTexts(value.followers) &&
  fitsApplications(value.applications) &&
  fitsTime(value.createdAt) &&
  fitsTime(value.updatedAt) &&
  fitsTime(value.lastInteractionAt) &&
  (isNone(value.urls) || (isObject(value.urls) && fitsText(value.urls.show))) &&
  fitsFlag(value.isAnonymized) &&
  (isNone(value.dataProtection) ||
    (isObject(value.dataProtection) &&
      (isNone(value.dataProtection.contact) ||
        (isObject(value.dataProtection.contact) && fitsFlag(value.dataProtection.contact.allowed)))))
