import type { Provider } from "@crosswalk/core/Provider"
import type { ModelDiff, Unmatched } from "@crosswalk/engine/MapperDiff"
import * as Rehearsal from "@crosswalk/engine/Rehearsal"
import * as ReplayDiff from "@crosswalk/engine/ReplayDiff"
import { Connectors } from "@crosswalk/store/Connectors"
import { Effect, Option } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Earlier from "../Earlier.ts"
import * as Failure from "../Failure.ts"
import * as Named from "../Named.ts"
import * as Numbers from "../Numbers.ts"
import * as Output from "../Output.ts"
import * as Recorded from "../Recorded.ts"
import * as SideBySide from "../SideBySide.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

/** What both versions are run on, and what it is called. */
interface Ground {
  readonly material: Rehearsal.Material
  readonly scopes: ReadonlyArray<string> | null
}

const recorded = Effect.fnUntraced(function* (provider: Provider, before: Provider, folder: Option.Option<string>) {
  const recordings = yield* Recorded.of(provider, folder, before)
  if (recordings !== null) return { material: Rehearsal.recorded(recordings), scopes: null } satisfies Ground
  return yield* Failure.make(
    `There are no recorded answers of ${provider.name} here. Name a folder of some with --fixtures DIR, or a connector whose records to compare with --connector ID.`
  )
})

const landed = Effect.fnUntraced(function* (provider: Provider, id: string) {
  const connector = yield* (yield* Connectors).get(id)
  if (connector.provider !== provider.id) {
    return yield* Failure.make(
      `${id} is a connector of ${connector.provider}. Ask for: crosswalk diff ${connector.provider} --connector ${id}.`
    )
  }
  return { material: yield* Rehearsal.landed(id), scopes: connector.scopes } satisfies Ground
})

const width = 40

const alone = (model: string, what: string, { examples, records }: Unmatched): ReadonlyArray<ReadonlyArray<string>> =>
  records === 0
    ? []
    : examples.map((id, at) => (at === 0 ? [model, "", `${Numbers.count(records)} ${what}`, id] : ["", "", "", id]))

const rowsOf = (diff: ModelDiff): ReadonlyArray<ReadonlyArray<string>> => {
  const { added, fields, model, removed, state } = diff
  if (state === "came") return [[model, "", `came with ${Numbers.count(diff.after)}`]]
  if (state === "went") return [[model, "", `went with ${Numbers.count(diff.before)}`]]
  return [
    ...fields.flatMap(({ examples, field, records, state }) => {
      const [first, ...others] = examples.map(({ after, before, remote_id }) => [
        remote_id,
        ...SideBySide.texts(before, after, width)
      ])
      const change = state === "changed" ? "changed in" : `${state}, filled in`
      return [
        [model, field, `${change} ${Numbers.count(records)}`, ...(first ?? [])],
        ...others.map((cells) => ["", "", "", ...cells])
      ]
    }),
    ...alone(model, "added", added),
    ...alone(model, "removed", removed)
  ]
}

const summary = (models: ReadonlyArray<ModelDiff>, provider: Provider, label: string): string => {
  const records = models.reduce((sum, { after, before }) => sum + Math.max(after, before), 0)
  const over = `${Numbers.count(records)} records of ${models.length} models`
  const differing = models.filter(({ state }) => state !== "same")
  if (differing.length === 0) return `${provider.name} makes the same of all as ${label} did: ${over} were compared.`
  const fields = differing.reduce((sum, diff) => sum + diff.fields.length, 0)
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`
  return `${provider.name} differs from ${label} in ${counted(fields, "field")} of ${counted(differing.length, "model")}; ${over} were compared.`
}

/** `crosswalk diff <provider> --against <version>`: what another version's mappers made of the same remote records. */
export const diff = Command.make(
  "diff",
  {
    provider: Argument.String("provider"),
    against: Flag.String("against").pipe(
      Flag.withMetavar("VERSION"),
      Flag.withDescription("The version before: a commit, branch or tag of the repository, or a published version")
    ),
    connector: Flag.String("connector").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription("Compare over what this connector's syncs landed, not over recorded answers"),
      Flag.optional
    ),
    fixtures: Recorded.flag,
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.diff")(
    function* ({ against, connector, data, fixtures, json, provider: id }) {
      const { provider } = yield* Named.member(id)
      if (Option.isSome(connector) && Option.isSome(fixtures)) {
        return yield* Failure.make("Both --connector and --fixtures are given. Leave one of them out.")
      }
      const before = yield* Earlier.load(against, provider)
      const compare = (ground: Ground) =>
        ReplayDiff.compare({ before: before.provider, after: provider, ...ground }).pipe(
          Effect.catchTag("NotComparable", ({ detail }) =>
            Failure.make(
              `${provider.name} of ${before.label} cannot be run by this version: ${detail}. Name a later one.`
            )
          )
        )
      const models = yield* Option.match(connector, {
        onNone: () => Effect.flatMap(recorded(provider, before.provider, fixtures), compare),
        onSome: (id) => Effect.provide(Effect.flatMap(landed(provider, id), compare), DataFolder.layer(data, false))
      })
      if (json) return yield* Output.json({ provider: provider.id, against: before.label, models })
      const rows = models.flatMap(rowsOf)
      if (rows.length > 0) yield* Table.print(["model", "field", "records", "for example", "before", "after"], rows)
      yield* Output.note(summary(models, provider, before.label))
    },
    Effect.scoped,
    Failure.logged
  )
).pipe(
  Command.withDescription("Compare what two versions of a provider's mappers make of the same remote records"),
  Command.withExamples([
    { command: "crosswalk diff lever --against main", description: "What this branch changes, over recorded answers" },
    {
      command: "crosswalk diff lever --against 1.2.0 --connector ID",
      description: "What an upgrade from 1.2.0 changed, over a connector's own records"
    }
  ])
)
