/** Whether a value as mapped stands in what it was mapped from, in one of the forms that vendors write it in. */
import * as Wire from "@crosswalk/core/Wire"
import * as Json from "./Json.ts"

/** What the vendor gave, ready to be asked. */
export interface Given {
  readonly holds: (value: string | number) => boolean
}

/** Units that vendors count in, against ours. */
const factors = [1, 60, 100, 1000, 3600, 60_000] as const

const digits = (text: string): ReadonlyArray<number> => (text.match(/\d+/g) ?? []).map(Number)

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && Wire.date(text) !== null

const isInstant = (text: string): boolean => Wire.instant(text) === text

/** Looks values up in some JSON. */
export const given = (...values: ReadonlyArray<unknown>): Given => {
  const words = new Set<string>()
  for (const value of values) Json.words(value, words)
  const trimmed = new Set(Array.from(words, (word) => word.trim()))
  const numbers = new Set(
    Array.from(words, (word) => Wire.number(word.replaceAll(/[,$€£%]/g, ""))).filter((number) => number !== null)
  )
  const moments = new Set<string>()
  const days: Array<ReadonlyArray<number>> = []
  for (const word of words) {
    for (const moment of [Wire.instant(word), Wire.instantFromMillis(word), Wire.instantFromMillis(`${word}000`)]) {
      if (moment === null) continue
      moments.add(moment)
      days.push(digits(moment.slice(0, 10)))
    }
    if (/\d/.test(word) && word.length <= 40) days.push(digits(word))
  }

  const holdsDay = (date: string): boolean => {
    const wanted = digits(date)
    return days.some((found) => wanted.every((part) => found.includes(part)))
  }

  return {
    holds: (value) => {
      const text = String(value)
      if (trimmed.has(text.trim())) return true
      if (typeof value === "number") {
        return factors.some((factor) => numbers.has(value * factor) || numbers.has(value / factor))
      }
      if (isInstant(text)) return moments.has(text)
      return isDate(text) && holdsDay(text)
    }
  }
}
