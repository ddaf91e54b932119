/** Provider declarations that are loaded from a file at run time. */
import type { Provider } from "@crosswalk/core/Provider"
import { Effect, FileSystem, Option, Predicate } from "effect"
import { symlink } from "node:fs/promises"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import * as Failure from "./Failure.ts"
import * as Repository from "./Repository.ts"

const isMapper = (value: unknown): boolean =>
  Predicate.isObject(value) &&
  Predicate.isFunction(value["run"]) &&
  Predicate.isObject(value["model"]) &&
  Predicate.isObject(value["source"]) &&
  Predicate.isObject(value["source"]["resource"])

const isProvider = (value: unknown): value is Provider =>
  Predicate.isObject(value) &&
  Predicate.isString(value["id"]) &&
  Array.isArray(value["categories"]) &&
  Array.isArray(value["mappers"]) &&
  value["mappers"].every(isMapper)

/** The first line alone: others tell where in a file that is gone by then. */
const firstLine = (cause: unknown): string =>
  String(Predicate.isError(cause) ? cause.message : cause).split("\n")[0] ?? ""

/**
 * The provider of an id that a module exports; `what` names it and its version for people. Fails when the module cannot be imported, and
 * when nothing that it exports is a provider of the present form.
 */
export const provider = Effect.fnUntraced(function* (file: string, id: string, what: string) {
  const module: Readonly<Record<string, unknown>> = yield* Effect.tryPromise({
    try: () => import(pathToFileURL(file).href),
    catch: (cause) =>
      Failure.make(
        `${what} cannot be loaded: ${firstLine(cause)}. Name a later version, or install what that one needs.`
      )
  })
  const found = Object.values(module).find((value) => isProvider(value) && value.id === id)
  return isProvider(found)
    ? found
    : yield* Failure.make(
        `${what} is declared in a form that this version of Crosswalk cannot run. Name a later version.`
      )
})

const installed = Effect.fnUntraced(function* (name: string, folders: ReadonlyArray<string>) {
  const files = yield* FileSystem.FileSystem
  for (const folder of folders) {
    const path = join(folder, "node_modules", name)
    if (yield* files.exists(path)) return Option.some(yield* files.realPath(path))
  }
  return Option.none()
})

/**
 * Lets the modules in a folder import a package that this command has, or that one of `others` has. The command's own
 * comes first: the parts of two effects do not fit together. What nobody has is left out.
 */
export const link = Effect.fnUntraced(function* (folder: string, name: string, others: ReadonlyArray<string>) {
  const files = yield* FileSystem.FileSystem
  const target = join(folder, "node_modules", name)
  const found = yield* installed(name, [...Repository.own, ...others])
  if (Option.isNone(found) || (yield* files.exists(target))) return
  yield* files.makeDirectory(dirname(target), { recursive: true })
  // A junction, because Windows gives other links to administrators alone.
  yield* Effect.promise(() => symlink(found.value, target, "junction"))
})
