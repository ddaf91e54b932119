/** The `pull` bench's vendor: its process, and its provider. */
import * as Auth from "@crosswalk/core/Auth"
import * as Provider from "@crosswalk/core/Provider"
import { candidate } from "../candidate/Mapping.ts"
import * as Child from "../Child.ts"

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
export const start = (records: number) => Child.serve(new URL("server.ts", import.meta.url), [String(records)])
