import { readFile } from "node:fs/promises"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { command } from "./Command.ts"
import { pack, type Packed } from "./Pack.ts"
import { type Outcome, problems } from "./Step.ts"

/** Every tarball is what npm's users need: entry points that exist, types that resolve, no workspace versions. */
export const published = async (): Promise<Outcome> => {
  const packing = await pack()
  if (!packing.ok) return { ok: false, detail: "building or packing failed", report: packing.report }
  const found = await Promise.all(packing.packages.map(problemsOf))
  return problems(found.flat(), `${packing.packages.length} tarballs`)
}

const problemsOf = async (packed: Packed): Promise<ReadonlyArray<string>> => {
  const { manifest, tarball } = packed
  const [lint, types] = await Promise.all([lintTarball(tarball), command("attw", attwArguments(tarball))])
  return [
    ...lint.map((message) => `${manifest.name}: ${message}`),
    ...(types.ok ? [] : [`${manifest.name}: types do not resolve\n${types.output.trimEnd()}`]),
    ...unresolvedVersions(manifest).map((name) => `${manifest.name}: the version of ${name} was not written out`)
  ]
}

/** CommonJS and the resolution of old TypeScript versions are not served. */
const attwArguments = (tarball: string) => [tarball, "--profile", "esm-only", "--no-emoji", "--format", "ascii"]

const lintTarball = async (tarball: string): Promise<ReadonlyArray<string>> => {
  const bytes = await readFile(tarball)
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) }
  })
  return messages
    .filter((message) => message.type !== "suggestion")
    .map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)
}

/** Dependencies whose version only means something inside this workspace. */
export const unresolvedVersions = (manifest: Packed["manifest"]): ReadonlyArray<string> =>
  [manifest.dependencies, manifest.peerDependencies]
    .flatMap((section) => Object.entries(section ?? {}))
    .filter(([, range]) => /^(workspace|catalog|link|file):/.test(range))
    .map(([name]) => name)
