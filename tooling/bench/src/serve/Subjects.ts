/** The servers and what each is asked: a list of 50 candidates of one account, in every dialect and by every rival. */
import * as Child from "../Child.ts"
import type { Filled } from "./Filled.ts"

/** A server, what it is asked, and the name of what is asked. */
export interface Subject {
  readonly name: string
  readonly server: Server
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** A running server. */
export type Server = Awaited<ReturnType<typeof Child.serve>>

/** Starts the servers over the database in a file. */
export const start = async (filename: string, { account, key }: Filled) => {
  const module = (name: string) => new URL(`${name}-server.ts`, import.meta.url)
  const servers = {
    crosswalk: await Child.serve(module("crosswalk"), [filename]),
    bare: await Child.serve(module("bare"), [filename, account.id]),
    fastify: await Child.serve(module("fastify"), [filename, account.id])
  }
  const authorization = `Bearer ${key}`
  const token = { authorization, "x-connector-token": account.token }
  const of = (server: keyof typeof servers, name: string, path: string, headers: Subject["headers"]): Subject => ({
    name,
    server: servers[server],
    url: `${servers[server].baseUrl}${path}`,
    headers
  })
  return {
    crosswalk: of("crosswalk", "crosswalk", "/v1/ats/candidates?page_size=50", token),
    others: [
      of("crosswalk", "bindbee", "/bindbee/api/ats/v1/candidates?page_size=50", token),
      of("crosswalk", "kombo", "/kombo/v1/ats/candidates?page_size=50", {
        authorization,
        "x-integration-id": account.integration
      }),
      of("crosswalk", "unified", `/unified/ats/${account.id}/candidate?limit=50`, { authorization })
    ],
    bare: of("bare", "bare", "/v1/ats/candidates", {}),
    fastify: of("fastify", "fastify", "/v1/ats/candidates", {}),
    stop: () => Promise.all(Object.values(servers).map((server) => server.stop()))
  }
}
