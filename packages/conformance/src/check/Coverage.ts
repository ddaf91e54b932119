/** What is declared is proven: a field that is filled has a value in some fixture, an absent one in none. */
import type { AnyRule } from "@crosswalk/core/Mapper"
import { Predicate } from "effect"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"
import * as Material from "../internal/Material.ts"
import type { Subject } from "../Subject.ts"

const isFilled = (rule: AnyRule): boolean => typeof rule === "function" || rule.rule === "derived"

/** Every field that is not absent has a value in some fixture. */
export const coverage = Check.make("coverage", "fills each field that it maps in some fixture", (subject) =>
  subject.provider.mappers.flatMap((mapper) => {
    const records = Material.made(mapper, subject.material.store).map(({ record }) => record)
    const isEmpty = (field: string) =>
      records.every((record) => {
        const value = record[field]
        return value === null || (Array.isArray(value) && value.length === 0)
      })
    return Object.entries(mapper.rules).flatMap(([field, rule]) =>
      isFilled(rule) && isEmpty(field)
        ? [
            Finding.make(
              `${mapper.name} ${field}`,
              "has a value in no fixture: the rule reads something that is not there, or a recorded answer is missing"
            )
          ]
        : []
    )
  })
)

const plain = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, "").toLowerCase()

/** Keys of the records of a resource that hold a value in some fixture. */
const keysOf = (subject: Subject, resource: string): ReadonlyMap<string, string> =>
  new Map(
    subject.material.recorded
      .filter((one) => one.resource.name === resource)
      .flatMap(({ raws }) => raws)
      .flatMap(({ raw }) => (Predicate.isObject(raw) ? Object.entries(raw) : []))
      .flatMap(([key, value]) => (value === null || value === "" ? [] : [[plain(key), key] as const]))
  )

/** No field is called absent that the vendor sends under its very name, unless the reason speaks of it. */
export const absences = Check.make("absences", "calls no field absent that the vendor sends", (subject) =>
  subject.provider.mappers.flatMap((mapper) => {
    const { name, source } = mapper
    const keys = source.shape === "one" ? keysOf(subject, source.resource.name) : new Map<string, string>()
    return Object.entries(mapper.rules).flatMap(([field, rule]) => {
      const sent = keys.get(plain(field))
      return typeof rule === "function" || rule.rule !== "absent" || sent === undefined || rule.why.includes(sent)
        ? []
        : [
            Finding.make(
              `${name} ${field}`,
              `is called absent, but the vendor sends "${sent}"; map it, or say in the reason what "${sent}" is instead`
            )
          ]
    })
  })
)
