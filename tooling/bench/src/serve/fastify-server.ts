/** Fastify in the floor's place: its router and its replies, and nothing else that an API needs either. */
import fastify from "fastify"
import * as Rows from "./Rows.ts"
import * as Told from "./Told.ts"

const body = Rows.open(process.argv[2] ?? "", process.argv[3] ?? "")

const server = fastify()
server.get("/v1/ats/candidates", (_request, reply) => reply.type("application/json").send(body()))
const address = await server.listen({ port: 0, host: "127.0.0.1" })
Told.ready(Number(new URL(address).port))
