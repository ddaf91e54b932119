/** A page that shows an OpenAPI document and makes requests after it. It is whole: nothing of it comes from elsewhere. */
import type { Json } from "@crosswalk/api/Document"
import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiScalar from "effect/http-api/HttpApiScalar"
import * as OpenApi from "effect/http-api/OpenApi"
import * as HttpRouter from "effect/http/HttpRouter"
import type { Content } from "./Still.ts"

/** What a browser may do for the page: ask this server, and no other. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src data:",
  "worker-src blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join("; ")

const headers = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer"
}

/** Scalar's settings: nothing that its makers would hear of, or that they sell. */
const settings = {
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: "never",
  hideClientButton: true
}

/** The page of a document. */
export const page = async (document: Json): Promise<Content> => {
  // Scalar shows what an API of effect's is described by: here that is our document, whole.
  const api = HttpApi.make("crosswalk").annotate(OpenApi.Transform, () => document)
  const { dispose, handler } = HttpRouter.toWebHandler(HttpApiScalar.layer(api, { path: "/", scalar: settings }), {
    disableLogger: true
  })
  const response = await handler(new Request("http://localhost/"))
  const text = await response.text()
  await dispose()
  return { text, contentType: "text/html; charset=utf-8", headers }
}
