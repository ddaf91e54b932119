/** Scripts of pages from other origins: none may call, but those that the settings name. */
import { Effect } from "effect"
import * as HttpMiddleware from "effect/http/HttpMiddleware"
import * as HttpRouter from "effect/http/HttpRouter"
import { Settings } from "./Settings.ts"

const exposedHeaders = [
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset"
]

const aDay = 86_400

/** Answers browsers that ask whether they may, and lets them read what limits there are. */
export const layer = HttpRouter.use((router) =>
  Effect.flatMap(Settings, ({ corsOrigins }) =>
    corsOrigins.length === 0
      ? Effect.void
      : router.addGlobalMiddleware(HttpMiddleware.cors({ allowedOrigins: corsOrigins, exposedHeaders, maxAge: aDay }))
  )
)
