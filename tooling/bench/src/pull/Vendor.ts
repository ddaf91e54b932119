/** The `pull` bench's vendor: its process, and its provider. */
import * as Auth from "@crosswalk/core/Auth"
import * as Provider from "@crosswalk/core/Provider"
import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { candidate } from "../candidate/Mapping.ts"

/** The provider, as an author would declare it. */
export const provider = Provider.make("harbour", {
  name: "Harbour",
  categories: ["ats"],
  docs: "https://harbour.example.com/docs",
  api: { version: "v1", sunset: null },
  auth: [Auth.bearer(Auth.secret("token", "Token"))],
  baseUrls: { production: "https://harbour.example.com" },
  rateLimit: { limit: 10, windowSeconds: 1, burst: 10 },
  mappers: [candidate]
})

/** Starts the vendor with so many people. */
export const start = async (records: number) => {
  const child = fork(fileURLToPath(new URL("server.ts", import.meta.url)), [String(records)])
  const [port] = await once(child, "message")
  return { baseUrl: `http://127.0.0.1:${String(port)}`, stop: () => child.kill() }
}
