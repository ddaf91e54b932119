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
import * as Remotes from "@crosswalk/store/Remotes"
import { Clock, Effect, Option, Stream } from "effect"
import { hash } from "node:crypto"
import * as Advance from "./Advance.ts"
import * as HoldEmptied from "./HoldEmptied.ts"
import * as HoldRelease from "./HoldRelease.ts"
import { land } from "./Land.ts"
import type { Landing } from "./Land.ts"
import type { Planned } from "./Plan.ts"
import * as Position from "./Position.ts"
import * as Remap from "./Remap.ts"
import { remove } from "./Remove.ts"
import type { Running } from "./Running.ts"
import { absence, sweep } from "./Sweep.ts"
import type { VendorPage } from "./VendorClient.ts"

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

/** Fingerprint of the records on a page of a part of the list, which tells a page that comes twice. */
const fingerprint = (keys: ReadonlyArray<string>, part: number): string | undefined =>
  keys.length === 0 ? undefined : hash("sha1", JSON.stringify([part, keys]), "base64url")

/** A position after one more page. */
const after = (
  before: Position.Position,
  page: VendorPage,
  landing: Landing,
  watch: HoldEmptied.Watch,
  began: number
) => {
  const part = before.request?.part ?? 0
  const last = fingerprint(landing.keys, part)
  const doubt = before.doubt ?? (last !== undefined && last === before.last ? "a page came twice in a row" : undefined)
  const isHollow = page.next !== null && (page.next.part ?? 0) === part && page.items.length === 0
  return {
    request: page.next,
    began,
    pages: before.pages + 1,
    records: before.records + landing.keys.length,
    unreadable: before.unreadable + landing.unreadable,
    total: page.total ?? before.total,
    deleted: (before.deleted ?? 0) + landing.deleted,
    duplicates: (before.duplicates ?? 0) + landing.duplicates,
    empty: (before.empty ?? 0) + (isHollow ? 1 : 0),
    ...(last === undefined ? {} : { last }),
    ...(doubt === undefined ? {} : { doubt }),
    absent: [...watch.absent.keys()]
  } satisfies Position.Position
}

/** Lands every page from a position on, moving the checkpoint with each. */
const pages = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  opened: Checkpoints.Checkpoint,
  query: Page.Query
) {
  const checkpoints = yield* Checkpoints.Checkpoints
  const { client, context } = running
  const run = context.run
  let checkpoint = opened
  let position = Position.decode(opened.cursor)
  const watch = yield* HoldEmptied.watch(running, planned, position.absent)
  const advance = Advance.make(context.plan.provider.id, `${planned.resource.name}.page`)
  for (;;) {
    // Our clock before the request: what changes while the answer is on its way is not in it.
    const asked = yield* Clock.currentTimeMillis
    const page = yield* client.page(planned.resource, { request: position.request, parent: null, query })
    yield* advance(page.next)
    const began = position.began ?? page.vendorTime ?? asked
    const from = checkpoint
    const before = position
    const { landing, moved, next } = yield* running.advance(
      Effect.gen(function* () {
        const options = { parent: null, refresh: running.mode === "full", watch }
        const landing = yield* land(context, planned, page.items, options)
        const next = after(before, page, landing, watch, began)
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
    const { name: resource } = planned.resource
    yield* running.report(
      { resource, step: "page", records: landing.keys.length, waiting: null, expected: page.total },
      landing.tally
    )
    if (page.next === null) return checkpoint
  }
})

/**
 * Removes what the vendor's list of deletions names since the last mark. It is read when the walk has ended: what that saw
 * was there after its deletion, or is named again next time.
 */
const deletions = Effect.fnUntraced(function* (running: Running, planned: Planned, mark: number) {
  const declared = planned.resource.deletions
  if (declared === null) return
  const { connector, run } = running.context
  const { name: resource } = planned.resource
  const remotes = yield* Remotes.Remotes
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
      const tally = yield* running.commit(
        Effect.flatMap(remotes.unseenAmong(connector, resource, run, keys), (gone) =>
          remove(running.context, planned, gone)
        )
      )
      yield* running.report({ resource, step: "deletions", records: keys.length, waiting: null }, tally)
    })
  )
})

/** Lands a page that is no step of the walk. */
const landMore = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  page: VendorPage,
  watch: HoldEmptied.Watch
) {
  const landing = yield* running.commit(
    land(running.context, planned, page.items, { parent: null, refresh: false, watch })
  )
  yield* running.report(
    { resource: planned.resource.name, step: "page", records: landing.keys.length, waiting: null },
    landing.tally
  )
})

/**
 * Records that move while the list is read can be missed by a walk over several pages. They were updated meanwhile,
 * so the incremental filter finds them.
 */
const catchUp = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  position: Position.Position,
  watch: HoldEmptied.Watch
) {
  const { since } = planned.resource
  if (since === null || position.pages < 2 || position.began === null) return
  const query = Since.query(since, position.began)
  const list = running.client.pages(planned.resource, { request: null, parent: null, query })
  yield* Stream.runForEach(list, (page) => landMore(running, planned, page, watch))
})

/** Whether a record may pass from one page to one that was read already, when another is deleted meanwhile. */
const isShifting = ({ absence, page }: Planned["resource"], { pages }: Position.Position): boolean =>
  pages > 1 && absence === "deleted" && (page.strategy === "offset" || page.strategy === "numbered")

/**
 * What a walk says of the records that it did not show. Where pages are places in the list, a deletion moves what follows
 * it by one, and a record may slip from the next page to the last one unseen: then only what a second walk does not show
 * either is missing.
 */
const missed = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  position: Position.Position,
  watch: HoldEmptied.Watch
) {
  const missing = yield* absence(running, planned, position)
  if (missing.held !== null || missing.unseen === 0 || !isShifting(planned.resource, position)) return missing
  const list = running.client.pages(planned.resource, { request: null, parent: null, query: {} })
  yield* Stream.runForEach(list, (page) => landMore(running, planned, page, watch))
  return yield* absence(running, planned, position)
})

/**
 * Decides which losses of values stand. After an incremental walk, the first page of the whole list is read as well where
 * that may tell a lost right from a few records that were emptied.
 */
const settle = Effect.fnUntraced(function* (
  running: Running,
  planned: Planned,
  watch: HoldEmptied.Watch,
  whole: boolean
) {
  if (!whole && (yield* HoldRelease.isDoubtful(running, planned, watch))) {
    const page = yield* running.client.page(planned.resource, { request: null, parent: null, query: {} })
    yield* landMore(running, planned, page, watch)
  }
  yield* HoldRelease.settle(running, planned, watch, whole)
})

/**
 * The start of a walk that goes over what an earlier one left unfinished. Its time is that one's beginning: what was read
 * then is kept, so the list of deletions has to be asked for all the time since.
 */
const again = (cursor: string | null): string =>
  Position.encode({ ...Position.start, began: Position.decode(cursor).began })

/** Reads the list to its end, from where it stands; a cursor that expired is given up for a new walk, a few times. */
const toItsEnd = Effect.fnUntraced(
  function* (running: Running, planned: Planned, query: Page.Query) {
    const checkpoints = yield* Checkpoints.Checkpoints
    const { connector, run } = running.context
    const { name } = planned.resource
    const current = yield* running.commit(checkpoints.open(connector, name, run, walking))
    return yield* Effect.catchReason(
      pages(running, planned, current, query),
      "ProviderError",
      "CursorExpired",
      (_, error) =>
        Effect.gen(function* () {
          const stuck = yield* checkpoints.open(connector, name, run, walking)
          yield* running.commit(checkpoints.move(stuck, { runId: run, cursor: again(stuck.cursor) }))
          return yield* error
        })
    )
  },
  Effect.retry({
    times: restarts,
    while: (error) => error._tag === "ProviderError" && error.reason._tag === "CursorExpired"
  })
)

/** Reads one resource that has no parent, incrementally where that is possible. */
export const walk = Effect.fn("Walk.walk")(function* (running: Running, planned: Planned) {
  const checkpoints = yield* Checkpoints.Checkpoints
  const { connector, run } = running.context
  const { resource } = planned
  const opened = yield* running.commit(checkpoints.open(connector, resource.name, run, walking))
  const mark = opened.mark === null ? null : Number(opened.mark)
  const since = running.mode === "incremental" && mark !== null ? resource.since : null
  const whole = since === null
  // Without a mark nothing tells what was deleted since an earlier run read a part of the list.
  const begun = mark === null ? again(opened.cursor) : null
  let checkpoint =
    opened.runId === run
      ? opened
      : yield* running.commit(checkpoints.move(opened, { runId: run, cursor: begun, state: walking }))
  if (checkpoint.state === walking) {
    const query = since === null || mark === null ? {} : Since.query(since, mark)
    checkpoint = yield* toItsEnd(running, planned, query)
  }
  const position = Position.decode(checkpoint.cursor)
  const { pages, records } = position
  if (checkpoint.state === walked) {
    const watch = yield* HoldEmptied.watch(running, planned, position.absent)
    if (whole) yield* catchUp(running, planned, position, watch)
    yield* settle(running, planned, watch, whole)
    if (mark !== null) yield* deletions(running, planned, mark)
    const missing = whole ? yield* missed(running, planned, position, watch) : null
    if (missing?.held === null && missing.unseen > 0) yield* sweep(running, planned)
    yield* running.advance(
      Effect.gen(function* () {
        if (whole) yield* (yield* Quarantine).clearUnseen(connector, resource.name, run)
        if (mark === null) yield* Remap.learn(running.context, resource.name)
        yield* checkpoints.move(checkpoint, { runId: run, mark: String(position.began), state: done })
      })
    )
    return { pages, records, held: missing?.held ?? position.doubt ?? null } satisfies Walked
  }
  // The run was cut off after this; what it found then is found again.
  const missing = whole ? yield* absence(running, planned, position) : null
  return { pages, records, held: missing?.held ?? position.doubt ?? null } satisfies Walked
})
