/** The application's own routes. Crosswalk is one of its libraries: it has no routes, port or process of its own. */
import { Hono } from "hono"
import { applicants, isProvider, type Applicant, type ProviderId, type Recruiting } from "./Recruiting.ts"

/** Where the systems' APIs are, when not where their vendors say: simulators, for instance. */
export type BaseUrls = { readonly [Id in ProviderId]?: string | undefined }

/** The fields of a form that are text. */
const texts = (form: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))
  )

/** Makes the application. */
export const make = (recruiting: Recruiting, baseUrls: BaseUrls = {}) => {
  const app = new Hono()

  // A customer hands over the credentials of a system, by the names that its provider gives them. A real application
  // would ask who the customer is, and let the first sync of a large account go on by itself.
  app.post("/systems/:provider", async (context) => {
    const provider = context.req.param("provider")
    if (!isProvider(provider)) return context.json({ error: `We do not work with ${provider} yet.` }, 404)
    const credentials = texts(await context.req.parseBody())
    const { id } = await recruiting.connect(provider, { credentials, baseUrl: baseUrls[provider] })
    const { models, status } = await recruiting.sync(id)
    if (status === "failed") {
      await recruiting.disconnect(id)
      return context.json({ error: `Nothing could be read from ${provider}. Check the credentials.` }, 422)
    }
    return context.json({ id, status, candidates: models["candidate"]?.total ?? 0 }, 201)
  })

  app.get("/candidates", async (context) => {
    const found: Array<Applicant> = []
    for await (const applicant of applicants(recruiting)) found.push(applicant)
    return context.json({ candidates: found })
  })

  app.onError((error, context) => context.json({ error: error.message }, 502))

  return app
}
