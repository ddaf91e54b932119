import { assert, describe, it } from "@effect/vitest"
import * as Distortion from "../src/internal/Distortion.ts"
import * as Faults from "@crosswalk/sandbox/Faults"
import * as RateBucket from "@crosswalk/sandbox/RateBucket"
import { Result } from "effect"

const always = () => true

const message = (text: string) =>
  Result.match(Faults.parse(text), { onFailure: (error) => error.message, onSuccess: () => "" })

describe("Faults", () => {
  it("reads its text form and writes it back", () => {
    const spec = Faults.parse(" rate-limit=0.05, html=0.01 ,cut=0")
    assert.deepStrictEqual(Result.getOrUndefined(spec), { "rate-limit": 0.05, html: 0.01, cut: 0 })
    assert.strictEqual(Faults.format({ "rate-limit": 0.05, html: 0.01 }), "rate-limit=0.05,html=0.01")
    assert.deepStrictEqual(Result.getOrUndefined(Faults.parse("")), {})
  })

  it("refuses anything else with a sentence that names the valid names", () => {
    for (const text of [
      "rain=0.1",
      "html",
      "html=",
      "html=two",
      "html=1.5",
      "html=-1",
      "html=0.1=0.2",
      "toString=0.1",
      "html=0.6,cut=0.6"
    ]) {
      const sentence = message(text)
      assert.include(sentence, "name=probability")
      for (const name of Faults.names) assert.include(sentence, name)
    }
  })

  it("decides the same for the same requests in any order, and differently for a repeated one", () => {
    const addresses = Array.from({ length: 200 }, (_, at) => `/list?page=${at}`)
    const decide = (order: ReadonlyArray<string>) => {
      const faults = Faults.make(5, { html: 0.3, cut: 0.3 })
      return new Map(order.map((address) => [address, faults.decide("/list", address, always)?.fault]))
    }
    const once = decide(addresses)
    assert.deepStrictEqual([...decide(addresses.toReversed())].toReversed(), [...once])
    const kinds = [...once.values()]
    for (const kind of ["html", "cut", undefined]) assert.isTrue(kinds.filter((one) => one === kind).length > 30)
    const repeated = Faults.make(5, { html: 0.5 })
    const answers = Array.from({ length: 30 }, () => repeated.decide("/list", "/list", always)?.fault)
    assert.strictEqual(new Set(answers).size, 2)
  })

  it("makes each fault about as often as told", () => {
    const faults = Faults.make(1, { slow: 0.1 })
    let hits = 0
    for (let at = 0; at < 5000; at++) if (faults.decide("/a", `/a?${at}`, always) !== undefined) hits++
    assert.closeTo(hits / 5000, 0.1, 0.02)
  })

  it("injects into the next matching requests, after those it lets through", () => {
    const faults = Faults.make(1, Faults.none)
    faults.inject({ fault: "reset", path: "/things/*/parts", times: 2, skip: 1 })
    const at = (path: string) => faults.decide(path, path, always)?.fault
    assert.deepStrictEqual(
      ["/things", "/things/1/parts", "/things/2/parts", "/things/2/parts/3", "/things/4/parts", "/things/5/parts"].map(
        at
      ),
      [undefined, undefined, "reset", undefined, "reset", undefined]
    )
    faults.inject({ fault: "html", times: 5 })
    faults.clear()
    assert.isUndefined(at("/things"))
  })

  it("keeps an injection waiting while it does not apply", () => {
    const faults = Faults.make(1, Faults.none)
    faults.inject({ fault: "expired-cursor" })
    assert.isUndefined(faults.decide("/a", "/a", (fault) => fault !== "expired-cursor"))
    assert.strictEqual(faults.decide("/a", "/a?offset=1", always)?.fault, "expired-cursor")
  })
})

describe("Distortion", () => {
  it("writes every number as text and leaves the rest", () => {
    assert.deepStrictEqual(Distortion.numbersAsText({ a: 1, b: [2, null, { c: 3.5 }], d: "4", e: true }), {
      a: "1",
      b: ["2", null, { c: "3.5" }],
      d: "4",
      e: true
    })
  })

  it("adds unknown fields to every object and keeps the known ones", () => {
    const changed = JSON.stringify(Distortion.unknownFields({ data: [{ id: "1" }] }))
    assert.strictEqual(changed.split("sandboxObject").length, 3)
    assert.include(changed, '"id":"1"')
  })
})

describe("RateBucket", () => {
  it("lets a burst through, then so many a second, and never more than the burst after a pause", () => {
    const bucket = RateBucket.make({ perSecond: 10, burst: 20 })
    const taken = (now: number) => Array.from({ length: 50 }, () => bucket.take(now)).filter((took) => took).length
    assert.deepStrictEqual([taken(0), taken(0), taken(500), taken(400), taken(60_000)], [20, 0, 5, 0, 20])
  })
})
