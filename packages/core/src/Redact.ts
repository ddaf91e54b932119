/**
 * Keeps what was not agreed to out of Crosswalk: values of a vendor's records whose sensitivity class is not collected
 * are taken out before anything else sees the record, so neither raw data nor records nor quarantine ever hold them.
 *
 * A resource declares where such values stand, read or not; a connector's setting says which classes are collected.
 */
import type { Pii } from "./Annotations.ts"
import { select } from "./internal/select.ts"
import type { Fate, Selection } from "./internal/select.ts"
import type { Setting } from "./Provider.ts"
import type { Settings } from "./Resource.ts"

/** Classes that a connector can choose among; names and work facts are always collected. */
export const classes = ["contact", "compensation", "government-id", "special"] as const satisfies ReadonlyArray<Pii>

/**
 * Where sensitive values stand in a record, by their class: dotted paths, through lists as through objects. Keys are
 * compared without regard to case, since vendors vary it and a leak cannot be undone.
 */
export type Sensitive = { readonly [Class in (typeof classes)[number]]?: ReadonlyArray<string> }

const ordinary = classes.filter((name) => name !== "government-id")

/** Name of the setting that says which classes are collected. */
export const settingName = "pii"

/**
 * The setting, for a provider whose resources declare sensitive values. Government ids are collected when it names them;
 * the other classes are, unless it names them with a minus.
 */
export const setting: Setting = {
  title:
    "Classes of personal data, separated by commas: government-id collects national ids and bank details; " +
    "-contact, -compensation or -special leaves these out",
  default: ""
}

/** Settings that leave nothing out, for recorded answers in which nobody is real. */
export const everything: Settings = { [settingName]: classes.join(",") }

/** The classes that some settings ask for. Unknown words ask for nothing. */
export const collected = (settings: Settings): ReadonlySet<string> => {
  const found = new Set<string>(ordinary)
  for (const word of (settings[settingName] ?? setting.default).split(",")) {
    const name = word.trim()
    if (name.startsWith("-")) found.delete(name.slice(1).trim())
    else found.add(name)
  }
  return found
}

/** Leaves out what stands at the paths, whose keys are in lower case. */
const without = (paths: ReadonlyArray<ReadonlyArray<string>>): Selection => {
  const fates = new Map(
    Array.from(
      Map.groupBy(paths, ([key = ""]) => key),
      ([key, found]): readonly [string, Fate] => [
        key,
        found.some((path) => path.length === 1) ? "gone" : without(found.map((path) => path.slice(1)))
      ]
    )
  )
  return (key) => fates.get(key.toLowerCase()) ?? "whole"
}

/**
 * Takes out of records what the settings do not ask for. Copies where something may have to go, and never changes what it
 * is given.
 */
export const make = (sensitive: Sensitive, settings: Settings): ((raw: unknown) => unknown) => {
  const wanted = collected(settings)
  const paths = classes.flatMap((name) =>
    wanted.has(name) ? [] : (sensitive[name] ?? []).map((path) => path.toLowerCase().split("."))
  )
  if (paths.length === 0) return (raw) => raw
  const selection = without(paths)
  return (raw) => select(raw, selection)
}
