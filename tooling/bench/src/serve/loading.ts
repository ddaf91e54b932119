/**
 * Who asks, in a process of its own: a plain keep-alive agent of node:http. `closed` asks again on every connection as soon as
 * it is answered; `open` begins so many requests a second whatever becomes of them, and counts from the moment at which each
 * had to begin.
 */
import { Agent, request } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import type { Order } from "./Load.ts"

const connections = 8

const ask = (agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<void> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { agent, headers }, (response) => {
      const pieces: Array<Buffer> = []
      response.on("data", (piece: Buffer) => pieces.push(piece))
      response.on("error", reject)
      response.on("end", () => {
        if (response.statusCode === 200) return resolve()
        const text = Buffer.concat(pieces).toString().slice(0, 300)
        reject(new Error(`${url} was answered with ${response.statusCode}: ${text}`))
      })
    })
    asking.on("error", reject)
    asking.end()
  })

const closed = async (agent: Agent, { headers, milliseconds, url }: Order): Promise<ReadonlyArray<number>> => {
  const until = performance.now() + milliseconds
  const times: Array<number> = []
  const connection = async () => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      await ask(agent, url, headers)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return times
}

const open = async (agent: Agent, { headers, milliseconds, perSecond, url }: Order): Promise<ReadonlyArray<number>> => {
  const begun = performance.now()
  const count = Math.floor((perSecond * milliseconds) / 1000)
  const times: Array<Promise<number>> = []
  for (let nth = 0; nth < count; nth++) {
    const due = begun + (nth * 1000) / perSecond
    while (performance.now() < due) await sleep(Math.max(0, due - performance.now() - 1))
    times.push(ask(agent, url, headers).then(() => performance.now() - due))
  }
  return Promise.all(times)
}

process.on("message", async (order: Order) => {
  // Of its own for each order: the server closes connections that nobody used for some seconds.
  const agent = new Agent({ keepAlive: true })
  process.send?.(await (order.kind === "closed" ? closed(agent, order) : open(agent, order)))
  agent.destroy()
})
process.on("disconnect", () => process.exit())
process.send?.("ready")
