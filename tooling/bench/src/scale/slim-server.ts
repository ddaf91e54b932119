/**
 * A vendor of very many people of some 600 bytes, in a process of its own: small records leave the most of a sync to what
 * grows with their number.
 */
import { createServer } from "node:http"

const size = 500

const person = (index: number): string =>
  JSON.stringify({
    // Spread over all ids, as vendors' ids are: where a record is filed depends on it.
    uid: ((Math.imul(index, 0x9e3779b1) >>> 0) * 0x200000 + index).toString(36),
    display: `Person ${index}`,
    given: "Person",
    family: String(index),
    employer: "Nordlicht Optik",
    role: "Toolmaker",
    summary: "Came to us through a colleague; prefers mornings and has a car. Would move for the right team.",
    mails: [{ address: `person.${index}@example.com`, label: "private", primary: true }],
    phones: [{ number: "+1 202 555 0110", label: "mobile" }],
    entry: "referral",
    skills: ["welding", "triage"],
    link: `https://harbour.example.com/people/${index}`,
    created: "2026-01-31T09:30:00.000Z",
    changed: "2026-02-28T10:30:00.000Z"
  })

const server = createServer((request, response) => {
  const [, total = "0"] = (request.headers.authorization ?? "").split(" ")
  const page = Number(new URL(request.url ?? "/", "http://vendor.invalid").searchParams.get("after") ?? 0)
  const from = page * size
  const until = Math.min(Number(total), from + size)
  const people = Array.from({ length: until - from }, (_, nth) => person(from + nth))
  const body = Buffer.from(`{"people":[${people.join()}]${until < Number(total) ? `,"next":"${page + 1}"` : ""}}`)
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length })
  response.end(body)
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) process.send?.(address.port)
})
// Nobody is left to stop it once whoever started it is gone.
process.on("disconnect", () => process.exit())
