/**
 * What a simulator answers to one request.
 */

/** Any JSON value. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** An answer, its body already written out. */
export interface Answer {
  readonly status: number
  readonly body: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** True for a page of a list after which more follows. */
  readonly continues?: boolean
}

/** A JSON answer. The status is 200 unless told. */
export const json = (value: Json, status = 200): Answer => ({
  status,
  body: JSON.stringify(value),
  headers: { "content-type": "application/json; charset=utf-8" }
})

/** A page of HTML, as gateways and error handlers in front of an API send it. */
export const html = (status: number, title: string): Answer => ({
  status,
  body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  headers: { "content-type": "text/html; charset=utf-8" }
})

/** An answer without a body. The status is 204 unless told. */
export const empty = (status = 204): Answer => ({ status, body: "", headers: {} })

/** Sends the browser to another address. */
export const redirect = (location: string): Answer => ({ status: 302, body: "", headers: { location } })

/** The same answer with a header more. */
export const withHeader = (answer: Answer, name: string, value: string): Answer => ({
  ...answer,
  headers: { ...answer.headers, [name]: value }
})

/** The same answer with its JSON changed; untouched when the body is no JSON. */
export const mapJson = (answer: Answer, change: (value: Json) => Json): Answer =>
  answer.headers["content-type"]?.startsWith("application/json") === true
    ? { ...answer, body: JSON.stringify(change(JSON.parse(answer.body))) }
    : answer
