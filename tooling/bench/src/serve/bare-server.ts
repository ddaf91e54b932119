/** The floor: node's server, the stored texts joined; no key, no connector, no quota, no log. */
import { createServer } from "node:http"
import * as Rows from "./Rows.ts"
import * as Told from "./Told.ts"

const body = Rows.open(process.argv[2] ?? "", process.argv[3] ?? "")

const server = createServer((_request, response) => {
  const bytes = Buffer.from(body())
  response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length })
  response.end(bytes)
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) Told.ready(address.port)
})
