/** Who asks the servers: a process of its own that is told whom to ask, how and how long. */
import { Schema } from "effect"
import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

/** What it is told. */
export interface Order {
  readonly kind: "closed" | "open"
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** How long it asks. */
  readonly milliseconds: number
  /** Of `open`. */
  readonly perSecond: number
}

/** Who asks. */
export interface Load {
  /** Milliseconds of every request; fails when one is not answered with 200. */
  readonly ask: (order: Order) => Promise<ReadonlyArray<number>>
  readonly stop: () => void
}

const Times = Schema.decodeUnknownSync(Schema.Array(Schema.Finite))

/** Starts it. */
export const start = async (): Promise<Load> => {
  const child = fork(fileURLToPath(new URL("loading.ts", import.meta.url)))
  await once(child, "message")
  return {
    ask: async (order) => {
      child.send(order)
      const answered = new AbortController()
      const { signal } = answered
      const broken = once(child, "exit", { signal }).then(() => Promise.reject(new Error("Nobody asks any more.")))
      const [times] = await Promise.race([once(child, "message"), broken])
      broken.catch(() => undefined)
      answered.abort()
      return Times(times)
    },
    stop: () => {
      child.kill()
    }
  }
}
