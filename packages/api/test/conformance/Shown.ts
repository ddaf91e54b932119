/** What of records a dialect shows anywhere: found by taking single values away and looking whether any answer changes. */
import type { Dialect } from "@crosswalk/api/Dialect"
import * as Gathering from "@crosswalk/api/Gathering"
import type * as Projection from "@crosswalk/api/Projection"
import * as Id from "@crosswalk/core/Id"
import type * as Model from "@crosswalk/core/Model"
import type { ModelName } from "@crosswalk/core/ModelName"
import { account, connector, type Stored } from "./Account.ts"
import { serve } from "./Loaded.ts"
import * as Field from "./Field.ts"
import * as Policy from "./Policy.ts"

type Account = ReadonlyMap<ModelName, ReadonlyArray<Stored>>

const projections = ({ collections }: Dialect): ReadonlyArray<Projection.Any> =>
  collections.flatMap((collection) => collection.projections)

const looksAt = ({ loads, model, names }: Projection.Any, name: ModelName) =>
  model.name === name || [...loads, ...names].some(({ to }) => to === name)

/** The entries of a gathered list. */
export const gathered = (gathering: Gathering.Gathering, records: Account): ReadonlyArray<Stored> => {
  const found = new Map<string, Gathering.Entry>()
  for (const source of gathering.sources) {
    for (const record of records.get(source.model) ?? [])
      Gathering.add(found, source.entries(record, Id.forConnector(connector)))
  }
  return Gathering.select(found, () => true).map(gathering.serve)
}

/** Everything that a dialect answers where a model's records are looked at, as texts made only when they are asked for. */
const answers = (dialect: Dialect, name: ModelName): ReadonlyArray<(records: Account) => string> => [
  ...projections(dialect)
    .filter((projection) => looksAt(projection, name))
    .map(
      (projection) => (records: Account) =>
        JSON.stringify(serve(records, projection, records.get(projection.model.name) ?? []))
    ),
  ...(dialect.gathered?.gatherings ?? [])
    .filter(({ sources }) => sources.some(({ model }) => model === name))
    .map((gathering) => (records: Account) => JSON.stringify(gathered(gathering, records)))
]

/** Whether records of a model have any part in what a dialect answers. */
export const hasPlace = (dialect: Dialect, name: ModelName): boolean =>
  projections(dialect).some(({ loads, model }) => model.name === name || loads.some(({ to }) => to === name)) ||
  (dialect.gathered?.gatherings ?? []).some(({ sources }) => sources.some(({ model }) => model === name))

// Enough that whatever is seen beside three others, or without six, is seen in some record.
const thinnings: ReadonlyArray<Field.Thinning> = [
  ...["a", "b", "c", "d"].map((name) => ({ name, oneOf: 2 })),
  ...["e", "f", "g", "h"].map((name) => ({ name, oneOf: 6 }))
]

/** All single values of a model, by their paths. */
export const leaves = (model: Model.Any): ReadonlyArray<string> => Field.leaves(model).map(({ path }) => path)

/** The values of a model that are shown nowhere but not among some names, and those among them that are shown. */
export const differences = (dialect: Dialect, model: Model.Any, names: ReadonlyArray<string>) => {
  const all = answers(dialect, model.name)
  const fields = Field.leaves(model)
  const beside = (records: ReadonlyArray<Stored>) => new Map([...account, [model.name, records]])
  const whole = account.get(model.name) ?? []
  const thin = thinnings.map((thinning) => whole.map((record) => Field.thinned(record, fields, thinning)))
  const forms = [whole, ...thin].map((records) => ({ records, known: new Map<number, string>() }))
  const areSeen = (some: ReadonlyArray<Field.Leaf>) =>
    forms.some(({ known, records }) => {
      const less = beside(records.map((record) => some.reduce(Field.without, record)))
      return all.some((answer, at) => {
        const before = known.get(at) ?? answer(beside(records))
        known.set(at, before)
        return before !== answer(less)
      })
    })
  const paths = (some: ReadonlyArray<Field.Leaf>) => some.map(({ path }) => path)
  const hidden = fields.filter(({ path }) => Policy.isNamed(names, path))
  return {
    lost: paths(fields.filter((leaf) => !hidden.includes(leaf) && !areSeen([leaf]))),
    told: areSeen(hidden) ? paths(hidden.filter((leaf) => areSeen([leaf]))) : []
  }
}
