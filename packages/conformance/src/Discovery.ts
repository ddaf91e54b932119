/** Finds the providers of a folder of packages, so that none needs a test file of its own. */
import type { Provider } from "@crosswalk/core/Provider"
import type { Simulator } from "@crosswalk/sandbox/Simulator"
import { Predicate } from "effect"
import { existsSync, globSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"

/** A provider's package. */
export interface Found {
  /** Name of its folder. */
  readonly name: string
  readonly provider: Provider
  /** Path of its recorded answers, which need not exist. */
  readonly fixtures: string
  readonly simulator: Simulator | null
}

const isProvider = (value: unknown): value is Provider =>
  Predicate.isObject(value) && typeof value["id"] === "string" && Array.isArray(value["mappers"])

const isSimulator = (value: unknown): value is Simulator =>
  Predicate.isObject(value) && typeof value["provider"] === "string" && Predicate.isFunction(value["start"])

/** The first value of a module that is one; undefined when the module is not there or exports none. */
const exported = async <A>(file: string, is: (value: unknown) => value is A): Promise<A | undefined> => {
  if (!existsSync(file)) return undefined
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href)
  return Object.values(module).find(is)
}

const load = async (index: string): Promise<Found> => {
  const folder = dirname(dirname(index))
  const provider = await exported(index, isProvider)
  // oxlint-disable-next-line crosswalk/no-throw -- vitest collects tests without an Effect, and reports what is thrown
  if (provider === undefined) throw new Error(`${index} exports no provider; export the value that declares it`)
  return {
    name: basename(folder),
    provider,
    fixtures: join(folder, "fixtures"),
    simulator: (await exported(join(dirname(index), "Sandbox.ts"), isSimulator)) ?? null
  }
}

/**
 * The providers whose packages lie in a folder, by name: those that are `selected`, or all for null.
 *
 * Throws when there is none and when a selected one is not there: a suite that selected nothing must not pass.
 */
export const providers = async (
  folder: string,
  selected: ReadonlyArray<string> | null
): Promise<ReadonlyArray<Found>> => {
  const indexes = globSync("*/src/index.ts", { cwd: folder }).map((file) => join(folder, file))
  const names = indexes.map((index) => basename(dirname(dirname(index)))).sort()
  const unknown = (selected ?? []).filter((name) => !names.includes(name))
  if (unknown.length > 0 || names.length === 0 || selected?.length === 0) {
    const known = names.length === 0 ? "none is there" : `there are ${names.join(", ")}`
    // oxlint-disable-next-line crosswalk/no-throw -- vitest collects tests without an Effect, and reports what is thrown
    throw new Error(`no provider ${unknown.join(", ") || "is selected"} in ${folder}; ${known}`)
  }
  return Promise.all(
    indexes.filter((index) => selected === null || selected.includes(basename(dirname(dirname(index))))).map(load)
  )
}
