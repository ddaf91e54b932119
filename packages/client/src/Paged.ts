/** Streams of pages as what `for await` walks, and calls as promises, both ended by an `AbortSignal`. */
import { Effect, Stream } from "effect"

/** What every call takes beside its query. */
export interface CallOptions {
  /** Ends the call at once, wherever it is; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** Something that comes in pages: itself one after the other, or page by page. */
export interface Paged<A, Page> extends AsyncIterable<A> {
  /** The pages. Each walk begins anew; a page is asked for when the one before was consumed. */
  readonly pages: () => AsyncIterable<Page>
}

/** Never succeeds; dies of the signal's reason, which is what the promise then rejects with. */
const aborted = (signal: AbortSignal): Effect.Effect<never> =>
  Effect.callback((resume) => {
    const stop = () => resume(Effect.die(signal.reason))
    if (signal.aborted) return stop()
    signal.addEventListener("abort", stop, { once: true })
    return Effect.sync(() => signal.removeEventListener("abort", stop))
  })

/** Runs a call. The promise rejects with the call's own error. */
export const call = <A, E>(effect: Effect.Effect<A, E>, { signal }: CallOptions = {}): Promise<A> =>
  Effect.runPromise(signal === undefined ? effect : Effect.raceFirst(effect, aborted(signal)))

/** Walks pages. */
export const make = <A, Page extends { readonly data: ReadonlyArray<A> }, E>(
  stream: Stream.Stream<Page, E>,
  { signal }: CallOptions = {}
): Paged<A, Page> => {
  const pages = () =>
    Stream.toAsyncIterable(signal === undefined ? stream : Stream.interruptWhen(stream, aborted(signal)))
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { data } of pages()) {
        for (const one of data) {
          signal?.throwIfAborted()
          yield one
        }
      }
    }
  }
}
