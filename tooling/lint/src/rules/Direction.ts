import { hosts, layers, providerLayer } from "../Layers.ts"
import { make, type Place } from "../Rule.ts"

/** Dependencies point one way, and only through what a package publishes. */
export const direction = make("direction", "Packages import only what lies below them.", (file) => {
  const check = (source: Source) => {
    const sentence = source === null ? null : problem(file.place, source.value)
    if (source !== null && sentence !== null) file.report(source, sentence)
  }
  return {
    ImportDeclaration: (node) => check(node.source),
    ExportNamedDeclaration: (node) => check(node.source),
    ExportAllDeclaration: (node) => check(node.source)
  }
})

type Source = {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly range: [number, number]
} | null

/** What is wrong with importing `specifier` from a file of this place; null when nothing is. */
const problem = (place: Place, specifier: string): string | null => {
  if (specifier === "@effect/platform-node")
    return "Import one module of it (@effect/platform-node/NodeHttpServer): the whole wants packages we do not have."
  if (specifier.startsWith(".")) return leavesMember(place, specifier) ? "Import other packages by their name." : null
  const [scope, name, first] = specifier.split("/")
  if (scope !== "@crosswalk" || name === undefined) return null
  if (first === "internal") return `The internal modules of ${name} are its own.`
  const isHost = place.group === "examples" || (place.group === "packages" && hosts.has(place.name))
  if (place.group === "tooling" || place.area === "test" || isHost) return null
  const allowed = place.group === "providers" ? providerLayer : (layers[place.name] ?? [])
  if (allowed.includes(name)) return null
  return `${place.name} may import ${allowed.length === 0 ? "none of our packages" : allowed.join(", ")}; not ${name}.`
}

/** Whether a relative import climbs out of the package it stands in. */
const leavesMember = (place: Place, specifier: string): boolean => {
  const depth = place.path.split("/").length
  const climbs = specifier.split("/").filter((part) => part === "..").length
  return climbs > depth
}
