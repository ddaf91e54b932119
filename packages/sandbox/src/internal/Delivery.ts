/**
 * Brings an answer onto the wire, whole or as a fault has it.
 */
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { Effect, Stream } from "effect"
import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Answer from "../Answer.ts"
import * as Epoch from "../Epoch.ts"
import type { Decision } from "../Faults.ts"

/** The answer as it is. */
export const plain = (answer: Answer.Answer): HttpServerResponse.HttpServerResponse =>
  answer.body === ""
    ? HttpServerResponse.empty({ status: answer.status, headers: answer.headers })
    : HttpServerResponse.text(answer.body, { status: answer.status, headers: answer.headers })

/** A refusal for too many requests with the pause announced as the fault has it. */
export const announce = (answer: Answer.Answer, decision: Decision, now: number): Answer.Answer => {
  switch (decision.retryAfter) {
    case "none":
      return answer
    case "seconds":
      return Answer.withHeader(answer, "retry-after", String(decision.retryAfterSeconds))
    case "date":
      return Answer.withHeader(answer, "retry-after", Epoch.httpDate(now + decision.retryAfterSeconds * 1000))
  }
}

/** Whether a client gets to see a status. */
export const reaches = (decision: Decision | undefined): boolean =>
  decision?.fault !== "reset" && decision?.fault !== "lost-answer"

/** Sends the answer. The response yielded is for the server, which sends nothing more where a fault closed the socket. */
export const deliver = (
  request: HttpServerRequest.HttpServerRequest,
  answer: Answer.Answer,
  decision: Decision | undefined
): Effect.Effect<HttpServerResponse.HttpServerResponse> => {
  switch (decision?.fault) {
    case "reset":
    case "lost-answer":
      return reset(request)
    case "cut":
      return cut(request, answer)
    case "truncated":
      return Effect.succeed(plain({ ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) }))
    case "slow":
      return Effect.succeed(drip(answer, decision.slowMillis))
    default:
      return Effect.succeed(plain(answer))
  }
}

const gone = HttpServerResponse.empty()

const reset = (request: HttpServerRequest.HttpServerRequest) =>
  Effect.sync(() => {
    NodeHttpServerRequest.toIncomingMessage(request).socket.resetAndDestroy()
    return gone
  })

const cut = (request: HttpServerRequest.HttpServerRequest, answer: Answer.Answer) =>
  Effect.callback<HttpServerResponse.HttpServerResponse>((resume) => {
    const { socket } = NodeHttpServerRequest.toIncomingMessage(request)
    const body = Buffer.from(answer.body, "utf8")
    const head = Object.entries({ ...answer.headers, "content-length": String(body.length + 1) })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("")
    socket.write(`HTTP/1.1 ${answer.status} OK\r\n${head}\r\n`)
    socket.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      socket.destroy()
      resume(Effect.succeed(gone))
    })
  })

const pieces = 8

const drip = (answer: Answer.Answer, millis: number): HttpServerResponse.HttpServerResponse => {
  const body = Buffer.from(answer.body, "utf8")
  const size = Math.max(1, Math.ceil(body.length / pieces))
  const parts = Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    body.subarray(at * size, (at + 1) * size)
  )
  const stream = Stream.fromIterable(parts).pipe(
    Stream.mapEffect((part) => Effect.as(Effect.sleep(millis / parts.length), part))
  )
  return HttpServerResponse.stream(stream, {
    status: answer.status,
    headers: answer.headers,
    contentLength: body.length,
    contentType: answer.headers["content-type"] ?? "application/json"
  })
}
