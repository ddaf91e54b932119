/** A repository of one provider, in a temporary folder, that takes its dependencies from this one. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Choices } from "../src/Choices.ts"

/** This repository. */
export const repository = path.resolve(import.meta.dirname, "../../..")

const manifest = { name: "@crosswalk/providers", dependencies: {} }

/** Lets a package find what it needs to be compiled. */
const link = (root: string, id: string): void => {
  const modules = path.join(root, "providers", id, "node_modules")
  mkdirSync(path.join(modules, "@crosswalk"), { recursive: true })
  symlinkSync(path.join(repository, "packages/core"), path.join(modules, "@crosswalk/core"), "junction")
  symlinkSync(path.join(repository, "node_modules/effect"), path.join(modules, "effect"), "junction")
}

/** Makes the folder with all that the scaffold expects to find, for packages of some ids. */
export const make = (
  ...ids: ReadonlyArray<string>
): { readonly root: string; readonly [Symbol.dispose]: () => void } => {
  const root = mkdtempSync(path.join(tmpdir(), "crosswalk-scaffold-"))
  for (const folder of ["compositions/providers/src", ".changeset"])
    mkdirSync(path.join(root, folder), { recursive: true })
  writeFileSync(path.join(root, "compositions/providers/package.json"), JSON.stringify(manifest))
  for (const id of ids) link(root, id)
  const tsconfig = {
    extends: path.join(repository, "tooling/tsconfig/base.json"),
    compilerOptions: { typeRoots: [path.join(repository, "node_modules/@types")] },
    include: ["providers/*/src"]
  }
  writeFileSync(path.join(root, "tsconfig.json"), JSON.stringify(tsconfig))
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}

/** Decisions for a vendor that does not exist. */
export const choices: Choices = {
  id: "acme-people",
  name: "Acme People",
  category: "hris",
  auth: "header",
  paging: "cursor",
  docs: "https://developer.acme.example/reference",
  baseUrl: "https://{company}.acme.example/v2",
  api: "v2",
  lists: [
    { model: "employee", path: "/employees", listed: null },
    { model: "time_off", path: "/time_off", listed: null }
  ]
}
