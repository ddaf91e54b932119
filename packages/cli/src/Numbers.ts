/** Numbers as people read them. */

/** A count with a comma at the thousands. */
export const count = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",")

/** A length of time, in seconds: `40 s`, `3 min`, `2 h 5 min`. */
export const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? "" : ` ${minutes % 60} min`}`
}
