/** The files of a provider's package that no author writes: the same for all of them but for names. */

const entry = (types: string, module: string) => ({ types, default: module })

/** The package.json of a provider. */
export const manifest = (id: string, name: string) => ({
  name: `@crosswalk/${id}`,
  version: "0.0.0",
  description: `${name} for Crosswalk`,
  license: "MIT",
  engines: { node: ">=22.19" },
  type: "module",
  sideEffects: false,
  exports: {
    ".": { built: "./dist/index.d.ts", default: "./src/index.ts" },
    "./*": { built: "./dist/*.d.ts", default: "./src/*.ts" },
    "./internal/*": null,
    "./index": null
  },
  publishConfig: {
    access: "public",
    exports: {
      ".": entry("./dist/index.d.ts", "./dist/index.js"),
      "./*": entry("./dist/*.d.ts", "./dist/*.js"),
      "./internal/*": null,
      "./index": null
    }
  },
  files: ["dist", "src"],
  scripts: { build: "tsc -p tsconfig.build.json" },
  dependencies: { "@crosswalk/core": "workspace:^" },
  peerDependencies: { effect: "catalog:peers" },
  devDependencies: { effect: "catalog:" }
})

/** The text of a JSON file of ours. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The text of `tsconfig.build.json`. */
export const tsconfig = `{ "extends": "../../tooling/tsconfig/library.json" }\n`

/** The text of the changeset that announces a provider. */
export const changeset = (id: string, name: string, models: ReadonlyArray<string>): string =>
  `---\n"@crosswalk/${id}": minor\n---\n\n${name}: ${models.map((model) => model.replaceAll("_", " ")).join(", ")}.\n`
