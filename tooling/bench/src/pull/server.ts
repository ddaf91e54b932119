/** The vendor of the `pull` bench, in a process of its own so that its work is not measured: people in pages of 100. */
import { createServer } from "node:http"
import { record } from "../candidate/Records.ts"

const size = 100
const total = Number(process.argv[2])
// Pages are alike but for their people's ids: making them must not be what limits the bench.
const people = Array.from({ length: size }, (_, index) => JSON.stringify({ ...record(index), uid: `@@-${index}` }))
const template = `{"people":[${people.join()}]`

const server = createServer((request, response) => {
  const page = Number(new URL(request.url ?? "/", "http://vendor.invalid").searchParams.get("after") ?? 0)
  const next = (page + 1) * size < total ? `,"next":"${page + 1}"}` : "}"
  const body = Buffer.from(template.replaceAll("@@", String(page)) + next)
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length })
  response.end(body)
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) process.send?.(address.port)
})
// Nobody is left to stop it once whoever started it is gone.
process.on("disconnect", () => process.exit())
