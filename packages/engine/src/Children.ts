/**
 * Reads what is listed for each record of a parent resource: offers, interviews, files. The list of parents that are
 * due is durable, so nothing is read twice or forgotten when a sync is cut off.
 */
import * as Checkpoints from "@crosswalk/store/Checkpoints"
import * as Due from "@crosswalk/store/Due"
import * as Holds from "@crosswalk/store/Holds"
import * as Remotes from "@crosswalk/store/Remotes"
import { Clock, Effect, Stream } from "effect"
import * as HoldDeletions from "./HoldDeletions.ts"
import * as HoldEmptied from "./HoldEmptied.ts"
import * as HoldRelease from "./HoldRelease.ts"
import { land } from "./Land.ts"
import type { Planned } from "./Plan.ts"
import * as Position from "./Position.ts"
import * as Remap from "./Remap.ts"
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

/**
 * Stores the complete list of one parent's children and takes the parent off the list. What the parent does not list any
 * more goes into a hold, until all parents were read and it is known how much that is.
 */
const store = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  watch: HoldEmptied.Watch,
  due: Due.Item,
  items: ReadonlyArray<unknown> | null
) {
  const remotes = yield* Remotes.Remotes
  const { context } = running
  const { connector, run } = context
  const { name } = planned.resource
  let tally = Tally.empty
  if (items !== null) {
    const landing = yield* land(context, planned, items, { parent: due.parent, refresh: false, watch })
    tally = landing.tally
    if (landing.unreadable + landing.duplicates === 0 && planned.resource.absence === "deleted") {
      const listed = new Set(landing.keys)
      const stored = yield* remotes.byParents(connector, name, [due.parent])
      const gone = stored.map(({ key }) => key).filter((key) => !listed.has(key))
      const reason = "the records for which they are listed do not show them any more"
      if (gone.length > 0) {
        yield* (yield* Holds.Holds).open(
          { connectorId: connector, resource: name, runId: run, field: null, reason },
          gone
        )
      }
    }
  }
  yield* (yield* Due.Due).remove(connector, name, [due])
  return tally
})

/** Reads the children of every parent that is due, moving the checkpoint with each few of them. */
const readDue = Effect.fnUntraced(function* (running: Running, planned: Planned, watch: HoldEmptied.Watch) {
  const due = yield* Due.Due
  const checkpoints = yield* Checkpoints.Checkpoints
  const { connector, run } = running.context
  const { name } = planned.resource
  for (;;) {
    const parents = yield* due.next(connector, name, batch)
    if (parents.length === 0) return
    let waiting = yield* due.count(connector, name)
    let records = 0
    yield* Effect.forEach(
      parents,
      (item) =>
        Effect.gen(function* () {
          const items = yield* read(running, planned, item.parent)
          const tally = yield* running.advance(store(running, planned, watch, item, items))
          records += items?.length ?? 0
          waiting--
          yield* running.report({ resource: name, step: "children", records: items?.length ?? 0, waiting }, tally)
        }),
      { concurrency: inFlight, discard: true }
    )
    const opened = yield* running.commit(checkpoints.open(connector, name, run, "walking"))
    const before = opened.runId === run ? Position.decode(opened.cursor) : Position.start
    const position: Position.Position = {
      ...before,
      pages: before.pages + parents.length,
      records: before.records + records,
      absent: [...watch.absent.keys()]
    }
    yield* running.commit(checkpoints.move(opened, { runId: run, cursor: Position.encode(position), state: "walking" }))
  }
})

/** Reads the children of every parent that is due, and decides on what they lack. */
export const children = Effect.fn("Children.children")(function* (running: Running, planned: Planned) {
  const checkpoints = yield* Checkpoints.Checkpoints
  const { connector, run } = running.context
  const { name } = planned.resource
  const begun = yield* running.commit(checkpoints.open(connector, name, run, "walking"))
  const before = begun.runId === run ? Position.decode(begun.cursor) : Position.start
  const watch = yield* HoldEmptied.watch(running, planned, before.absent)
  const settle = Effect.andThen(
    HoldDeletions.settle(running, planned),
    HoldRelease.settle(running, planned, watch, running.mode === "full")
  )
  // What was found until a failure is as true as what is found after it.
  yield* Effect.tapErrorTag(readDue(running, planned, watch), "ProviderError", () => settle)
  yield* settle
  const opened = yield* running.commit(checkpoints.open(connector, name, run, "walking"))
  const { pages, records } = opened.runId === run ? Position.decode(opened.cursor) : Position.start
  const mark = String(yield* Clock.currentTimeMillis)
  yield* running.commit(
    Effect.gen(function* () {
      if (opened.mark === null) yield* Remap.learn(running.context, name)
      yield* checkpoints.move(opened, { runId: run, mark, state: "done" })
    })
  )
  return { pages, records, held: null }
})
