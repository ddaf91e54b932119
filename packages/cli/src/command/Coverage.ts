import * as Matrix from "@crosswalk/core/Coverage"
import type { Provider } from "@crosswalk/core/Provider"
import { Connectors } from "@crosswalk/store/Connectors"
import { type Fill, Records } from "@crosswalk/store/Records"
import { Effect, Option } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import * as Recorded from "../Recorded.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** How many records of each model in a connector's scope fill which fields. */
const fillsOf = Effect.fnUntraced(function* (provider: Provider, id: string) {
  const connector = yield* (yield* Connectors).get(id)
  if (connector.provider !== provider.id) {
    return yield* Failure.make(
      `${id} is a connector of ${connector.provider}. Ask for: crosswalk coverage ${connector.provider} --connector ${id}.`
    )
  }
  const records = yield* Records
  const models = Named.modelsOf(provider).filter((model) => connector.scopes?.includes(model) ?? true)
  const fills = new Map<string, Fill>()
  for (const model of models) fills.set(model, yield* records.fill(id, model))
  return fills
})

const forJson = ({ observed, provenBy, ...row }: Matrix.Covered) => ({ ...row, proven_by: provenBy, observed })

/** Children's recordings lie in folders named for their parents' ids, which say nothing here. */
const brief = (file: string): string => file.replace(/\/.*\//, "/…/")

const proof = ({ provenBy, rule }: Matrix.Covered): string => {
  if (provenBy === null || rule === "absent") return ""
  const [first, ...others] = provenBy
  return first === undefined ? "no fixture" : others.length === 0 ? brief(first) : `${brief(first)} +${others.length}`
}

/** Rounded down: nothing short of every record is 100 %. */
const rate = ({ observed }: Matrix.Covered): string => {
  if (observed === null) return "out of scope"
  return observed.total === 0 ? "no record" : `${Math.floor((100 * observed.filled) / observed.total)} %`
}

const summary = (provider: Provider, rows: ReadonlyArray<Matrix.Covered>): string => {
  const filled = rows.filter(({ rule }) => rule !== "absent")
  const models = Named.modelsOf(provider).length
  const proven = filled.filter(({ provenBy }) => provenBy !== null && provenBy.length > 0).length
  const counts = `${provider.name} fills ${Numbers.count(filled.length)} of ${Numbers.count(rows.length)} fields in ${models} models.`
  return rows.some(({ provenBy }) => provenBy !== null)
    ? `${counts} Recorded answers prove ${Numbers.count(proven)} of them.`
    : `${counts} There are no recorded answers here to prove them; name a folder of some with --fixtures DIR.`
}

/** `crosswalk coverage <provider>`: how each field of each model is filled, what proves it, and how often it is. */
export const coverage = Command.make(
  "coverage",
  {
    provider: Argument.String("provider"),
    connector: Flag.String("connector").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Also count how many of this connector's stored records fill each field"),
      Flag.optional
    ),
    fixtures: Recorded.flag,
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.coverage")(function* ({ connector, data, fixtures, json, provider: id }) {
    const { provider } = yield* Named.member(id)
    const recordings = yield* Recorded.of(provider, fixtures)
    const fills = Option.isNone(connector)
      ? null
      : yield* Effect.provide(fillsOf(provider, connector.value), DataFolder.layer(data, false))
    const rows = Matrix.matrix(provider, { recordings, fills })
    if (json) return yield* Output.json(rows.map(forJson))
    yield* Table.print(
      ["model", "field", "from", "rule", "proven by", ...(fills === null ? [] : ["filled"]), "note"],
      rows.map((row) => [
        row.model,
        row.field,
        row.rule === "absent" ? "" : row.resource,
        row.rule,
        proof(row),
        ...(fills === null ? [] : [rate(row)]),
        row.note ?? ""
      ])
    )
    yield* Output.note(summary(provider, rows))
  }, Failure.logged)
).pipe(
  Command.withDescription("Show which fields a provider fills, what proves it, and why it does not fill the others"),
  Command.withExamples([
    { command: "crosswalk coverage lever", description: "What is declared, and which recorded answers prove it" },
    { command: "crosswalk coverage lever --connector ID", description: "Also the fill rate of one connector's records" }
  ])
)
