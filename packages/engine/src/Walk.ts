/**
 * Walks the list of one resource, page by page: each page is landed, derived and checkpointed in one transaction, so
 * that a walk that was cut off anywhere goes on where it stood.
 */
import type * as ProviderError from "@crosswalk/core/ProviderError"
import * as RemoteKey from "@crosswalk/core/RemoteKey"
import * as Page from "@crosswalk/core/Page"
import * as Since from "@crosswalk/core/Since"
import * as Checkpoints from "@crosswalk/store/Checkpoints"
import { Quarantine } from "@crosswalk/store/Quarantine"
import * as Transaction from "@crosswalk/store/Transaction"
import { Clock, Effect, Option, Stream } from "effect"
import * as Advance from "./Advance.ts"
import { land } from "./Land.ts"
import type { Planned } from "./Plan.ts"
import * as Position from "./Position.ts"
import { remove } from "./Remove.ts"
import type { Running } from "./Running.ts"
import { sweep } from "./Sweep.ts"

/** How the reading of a resource ended. */
export interface Walked {
  readonly pages: number
  readonly records: number
  /** Why absence was not taken for deletion, where it was not; null otherwise. */
  readonly held: string | null
}

/** States of a resource's checkpoint. */
const walking = "walking"
const walked = "walked"
const done = "done"

const restarts = 3

/** Lands every page from a position on, moving the checkpoint with each. */
const pages = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  opened: Checkpoints.Checkpoint,
  query: Page.Query
) {
  const checkpoints = yield* Checkpoints.Checkpoints
  const transaction = yield* Transaction.Transaction
  const { client, context } = running
  const run = context.run
  let checkpoint = opened
  let position = Position.decode(opened.cursor)
  const advance = Advance.make(context.plan.provider.id, `${planned.resource.name}.page`)
  for (;;) {
    const page = yield* client.page(planned.resource, { request: position.request, parent: null, query })
    yield* advance(page.next)
    const began = position.began ?? page.vendorTime ?? (yield* Clock.currentTimeMillis)
    const from = checkpoint
    const before = position
    const { landing, moved, next } = yield* transaction.run(
      Effect.gen(function* () {
        const landing = yield* land(context, planned, page.items, { parent: null, refresh: running.mode === "full" })
        const next: Position.Position = {
          request: page.next,
          began,
          pages: before.pages + 1,
          records: before.records + landing.keys.length,
          unreadable: before.unreadable + landing.unreadable,
          total: page.total ?? before.total
        }
        const moved = yield* checkpoints.move(from, {
          runId: run,
          cursor: Position.encode(next),
          state: page.next === null ? walked : walking
        })
        return { landing, moved, next }
      })
    )
    checkpoint = moved
    position = next
    yield* running.report(
      { resource: planned.resource.name, step: "page", records: landing.keys.length, waiting: null },
      landing.tally
    )
    if (page.next === null) return checkpoint
  }
})

/** Removes what the vendor's list of deletions names since the last mark. */
const deletions = Effect.fnUntraced(function* (running: Running, planned: Planned, mark: number) {
  const declared = planned.resource.deletions
  if (declared === null) return
  const transaction = yield* Transaction.Transaction
  const query = Since.query(declared.since, mark)
  const lists = Stream.paginate<Page.PageRequest | null, ReadonlyArray<unknown>, ProviderError.ProviderError>(
    null,
    (request) =>
      Effect.map(running.client.deletions(planned.resource, { request, query }), (page) => [
        [page.items],
        Option.fromNullOr(page.next)
      ])
  )
  yield* Stream.runForEach(lists, (items) =>
    Effect.gen(function* () {
      const keys = items.flatMap((item) => {
        const id = Page.at(item, declared.id)
        const key = typeof id === "string" || typeof id === "number" ? RemoteKey.make(id) : null
        return key === null ? [] : [key]
      })
      const tally = yield* transaction.run(remove(running.context, planned, keys))
      yield* running.report(
        { resource: planned.resource.name, step: "deletions", records: keys.length, waiting: null },
        tally
      )
    })
  )
})

/**
 * Records that move while the list is read can be missed by a walk over several pages. They were updated meanwhile,
 * so the incremental filter finds them.
 */
const catchUp = Effect.fnUntraced(function* (running: Running, planned: Planned, position: Position.Position) {
  const { since } = planned.resource
  if (since === null || position.pages < 2 || position.began === null) return
  const transaction = yield* Transaction.Transaction
  const list = running.client.pages(planned.resource, {
    request: null,
    parent: null,
    query: Since.query(since, position.began)
  })
  yield* Stream.runForEach(list, (page) =>
    Effect.gen(function* () {
      const landing = yield* transaction.run(
        land(running.context, planned, page.items, { parent: null, refresh: false })
      )
      yield* running.report(
        { resource: planned.resource.name, step: "page", records: landing.keys.length, waiting: null },
        landing.tally
      )
    })
  )
})

/** Reads one resource that has no parent, incrementally where that is possible. */
export const walk = Effect.fn("Walk.walk")(function* (running: Running, planned: Planned) {
  const checkpoints = yield* Checkpoints.Checkpoints
  const { connector, run } = running.context
  const { resource } = planned
  const opened = yield* checkpoints.open(connector, resource.name, run, walking)
  const mark = opened.mark === null ? null : Number(opened.mark)
  const since = running.mode === "incremental" && mark !== null ? resource.since : null
  let checkpoint =
    opened.runId === run ? opened : yield* checkpoints.move(opened, { runId: run, cursor: null, state: walking })
  if (checkpoint.state === walking) {
    if (mark !== null && checkpoint.cursor === null) yield* deletions(running, planned, mark)
    const query = since === null || mark === null ? {} : Since.query(since, mark)
    checkpoint = yield* Effect.gen(function* () {
      const current = yield* checkpoints.open(connector, resource.name, run, walking)
      return yield* Effect.catchReason(
        pages(running, planned, current, query),
        "ProviderError",
        "CursorExpired",
        (_, error) =>
          Effect.gen(function* () {
            const stuck = yield* checkpoints.open(connector, resource.name, run, walking)
            yield* checkpoints.move(stuck, { runId: run, cursor: null })
            return yield* error
          })
      )
    }).pipe(
      Effect.retry({
        times: restarts,
        while: (error) => error._tag === "ProviderError" && error.reason._tag === "CursorExpired"
      })
    )
  }
  const position = Position.decode(checkpoint.cursor)
  let held: string | null = null
  if (checkpoint.state === walked) {
    if (since === null) {
      yield* catchUp(running, planned, position)
      held = yield* sweep(running, planned, position)
      yield* Quarantine.use((quarantine) => quarantine.clearUnseen(connector, resource.name, run))
    }
    yield* checkpoints.move(checkpoint, { runId: run, mark: String(position.began), state: done })
  }
  return { pages: position.pages, records: position.records, held } satisfies Walked
})
