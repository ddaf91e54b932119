/**
 * The text in which a record is stored and served.
 *
 * The two fields that only the store knows, `remote_deleted_at` and `modified_at`, are appended to the text that the
 * mapper's fields made. Appending needs no parsing, and the part before it can be had again by cutting.
 */
const deletedKey = `"remote_deleted_at":`

/** The whole text from the mapped part, which is a JSON object without the two fields. */
export const complete = (mapped: string, modifiedAt: string, deletedAt: string | null): string => {
  const open = mapped.slice(0, mapped.lastIndexOf("}"))
  return `${open}${open.trimEnd() === "{" ? "" : ","}${deletedKey}${JSON.stringify(deletedAt)},"modified_at":${JSON.stringify(modifiedAt)}}`
}

/** The mapped part of a whole text: what {@link complete} was given. */
export const mapped = (text: string): string => {
  const open = text.slice(0, text.lastIndexOf(deletedKey))
  return `${open.endsWith(",") ? open.slice(0, -1) : open}}`
}
