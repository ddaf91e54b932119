/**
 * A request as a simulator sees it.
 */

/** One request. */
export interface Request {
  readonly method: string
  /** Path from the server's root, without the query. */
  readonly path: string
  /** Values in the path, decoded, by the names in the route. */
  readonly parameters: Readonly<Record<string, string | undefined>>
  readonly query: URLSearchParams
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  /** The simulator's time, in milliseconds since 1970. */
  readonly now: number
}

/** A value in the path; the empty text when the route has none of that name. */
export const parameter = (request: Request, name: string): string => request.parameters[name] ?? ""

/** The user and password of HTTP Basic authentication; undefined when the request carries none. */
export const basic = (request: Request): { readonly user: string; readonly password: string } | undefined => {
  const [scheme = "", encoded = ""] = (request.headers.authorization ?? "").split(" ")
  if (scheme.toLowerCase() !== "basic") return undefined
  const [user = "", ...password] = Buffer.from(encoded, "base64").toString("utf8").split(":")
  return { user, password: password.join(":") }
}

/** The token of bearer authentication; undefined when the request carries none. */
export const bearer = (request: Request): string | undefined => {
  const [scheme = "", token = ""] = (request.headers.authorization ?? "").split(" ")
  return scheme.toLowerCase() === "bearer" && token !== "" ? token : undefined
}
