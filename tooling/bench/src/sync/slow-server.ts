/**
 * The vendor far away, in a process of its own: every answer comes so many milliseconds late, and requests beyond a
 * bucket that is filled with so many a second are refused. It tells, when asked, what it counted.
 */
import { createServer } from "node:http"
import { record } from "../candidate/Records.ts"

const persons = Number(process.argv[2])
const latency = Number(process.argv[3])
const perSecond = Number(process.argv[4])

let tokens = perSecond
let filledAt = performance.now()
let first = Number.NaN
let last = Number.NaN
let served = 0
let refused = 0

const admit = (now: number): boolean => {
  tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1000) * perSecond)
  filledAt = now
  if (tokens < 1) return false
  tokens -= 1
  return true
}

const bodyOf = (url: URL): unknown => {
  const [, , person, below] = url.pathname.split("/")
  if (below === "notes") return { notes: [{ uid: `n-${person}`, text: `About ${person}.` }] }
  // One page: pages of a list come one after the other, and while they do most of the quota is left alone.
  return { people: Array.from({ length: persons }, (_, nth) => ({ ...record(nth), uid: `p-${nth}` })) }
}

const server = createServer((request, response) => {
  const now = performance.now()
  const isAdmitted = perSecond === 0 || admit(now)
  if (Number.isNaN(first)) first = now
  last = now
  if (isAdmitted) served++
  else refused++
  const body = JSON.stringify(isAdmitted ? bodyOf(new URL(request.url ?? "/", "http://vendor.invalid")) : {})
  setTimeout(() => {
    response.writeHead(isAdmitted ? 200 : 429, { "content-type": "application/json", "retry-after": "1" })
    response.end(body)
  }, latency)
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) process.send?.(address.port)
})
process.on("message", () => process.send?.({ served, refused, seconds: (last - first) / 1000 }))
// Nobody is left to stop it once whoever started it is gone.
process.on("disconnect", () => process.exit())
