// Serves the application, with settings from the environment.

import { serve } from "@hono/node-server"
import { Redacted } from "effect"
import * as App from "./App.ts"
import * as Recruiting from "./Recruiting.ts"

const { CROSSWALK_ENCRYPTION_KEY: key, DATABASE = "recruiting.db", PORT = "3000" } = process.env

if (key === undefined) {
  console.error("Set CROSSWALK_ENCRYPTION_KEY to 32 bytes in hex, e.g. what `openssl rand -hex 32` prints. Keep it.")
  process.exitCode = 2
} else {
  const recruiting = Recruiting.open({ database: DATABASE, encryptionKey: Redacted.make(key) })
  const app = App.make(recruiting, { lever: process.env["LEVER_URL"], greenhouse: process.env["GREENHOUSE_URL"] })
  const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: "127.0.0.1" }, ({ port }) =>
    console.log(`The candidates are at http://127.0.0.1:${port}/candidates.`)
  )
  process.once("SIGINT", () => server.close(() => void recruiting.close()))
}
