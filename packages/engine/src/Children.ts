/**
 * Reads what is listed for each record of a parent resource: offers, interviews, files. The list of parents that are
 * due is durable, so nothing is read twice or forgotten when a sync is cut off.
 */
import * as Checkpoints from "@crosswalk/store/Checkpoints"
import * as Due from "@crosswalk/store/Due"
import * as Remotes from "@crosswalk/store/Remotes"
import * as Transaction from "@crosswalk/store/Transaction"
import { Clock, Effect, Stream } from "effect"
import { land } from "./Land.ts"
import type { Planned } from "./Plan.ts"
import { remove } from "./Remove.ts"
import type { Running } from "./Running.ts"
import * as Tally from "./Tally.ts"

/** Parents whose children are read at the same time; the rate budget bounds the requests. */
const inFlight = 8

/** Parents taken from the list at once. */
const batch = 64

/** All children of one parent; null when the parent itself is gone. */
const read = Effect.fnUntraced(
  function* (running: Running, planned: Planned, parent: string) {
    const items: Array<unknown> = []
    const list = running.client.pages(planned.resource, {
      request: null,
      parent,
      query: {}
    })
    yield* Stream.runForEach(list, (page) =>
      Effect.sync(() => {
        for (const item of page.items) items.push(item)
      })
    )
    return items
  },
  Effect.catchReason("ProviderError", "NotFound", () => Effect.succeed(null))
)

/** Stores the complete list of one parent's children and takes the parent off the list. */
const store = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  due: Due.Item,
  items: ReadonlyArray<unknown> | null
) {
  const remotes = yield* Remotes.Remotes
  const { context } = running
  const { connector } = context
  const { name } = planned.resource
  let tally = Tally.empty
  if (items !== null) {
    const landing = yield* land(context, planned, items, { parent: due.parent, refresh: false })
    tally = landing.tally
    if (landing.unreadable === 0 && planned.resource.absence === "deleted") {
      const listed = new Set(landing.keys)
      const stored = yield* remotes.byParents(connector, name, [due.parent])
      const gone = stored.map(({ key }) => key).filter((key) => !listed.has(key))
      tally = Tally.add(tally, yield* remove(context, planned, gone))
    }
  }
  yield* (yield* Due.Due).remove(connector, name, [due])
  return tally
})

/** Reads the children of every parent that is due. */
export const children = Effect.fn("Children.children")(function* (running: Running, planned: Planned) {
  const due = yield* Due.Due
  const checkpoints = yield* Checkpoints.Checkpoints
  const transaction = yield* Transaction.Transaction
  const { connector, run } = running.context
  const { name } = planned.resource
  let pages = 0
  let records = 0
  for (;;) {
    const parents = yield* due.next(connector, name, batch)
    if (parents.length === 0) break
    let waiting = yield* due.count(connector, name)
    yield* Effect.forEach(
      parents,
      (item) =>
        Effect.gen(function* () {
          const items = yield* read(running, planned, item.parent)
          const tally = yield* transaction.run(store(running, planned, item, items))
          pages++
          records += items?.length ?? 0
          waiting--
          yield* running.report({ resource: name, step: "children", records: items?.length ?? 0, waiting }, tally)
        }),
      { concurrency: inFlight, discard: true }
    )
  }
  const opened = yield* checkpoints.open(connector, name, run, "done")
  yield* checkpoints.move(opened, { runId: run, mark: String(yield* Clock.currentTimeMillis), state: "done" })
  return { pages, records, held: null }
})
