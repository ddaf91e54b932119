/** Which of our packages each package's sources may import. A provider may import `core`, and `sandbox` for its simulator. */
export const layers: Readonly<Record<string, ReadonlyArray<string>>> = {
  core: [],
  sandbox: [],
  store: ["core"],
  engine: ["core", "store"],
  api: ["core"],
  server: ["api", "core", "engine", "store"],
  client: ["api", "core"],
  dashboard: ["api", "client", "core"],
  conformance: ["core", "engine", "sandbox", "store"],
  crosswalk: ["api", "client", "core", "engine", "server", "store"]
}

/** What a provider's sources may import. */
export const providerLayer: ReadonlyArray<string> = ["core", "sandbox"]

/** Host applications, as all examples are: they compose providers, so they may import everything. */
export const hosts: ReadonlySet<string> = new Set(["cli"])
