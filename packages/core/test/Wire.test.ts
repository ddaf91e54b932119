import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Field from "@crosswalk/core/Field"
import * as Wire from "@crosswalk/core/Wire"

const first = Date.parse("0000-01-01T00:00:00.000Z")
const last = Date.parse("9999-12-31T23:59:59.999Z")
const Millis = Schema.Int.check(Schema.isBetween({ minimum: first, maximum: last }))
const AnyText = Schema.NullishOr(Schema.String)
const nothing = [null, undefined, ""] as const

const isInstant = Schema.is(Field.InstantText)
const isDate = Schema.is(Field.DateText)

describe("maybe", () => {
  const fits = Schema.is(Schema.Struct({ a: Wire.maybe(Schema.String) }))

  it("takes missing and null alike, and nothing else", () => {
    for (const good of [{}, { a: null }, { a: "" }, { a: "x", b: 1 }]) assert.isTrue(fits(good))
    for (const bad of [{ a: 1 }, { a: [] }, { a: {} }, { a: true }]) assert.isFalse(fits(bad))
  })
})

describe("text and id", () => {
  it("take blank text for none", () => {
    for (const value of [...nothing, " ", "\t\n", "\u00a0", "\u2003\ufeff"]) assert.isNull(Wire.text(value))
    for (const value of [" a ", "\u00a0a", "\u0080", "ä", "\0"]) assert.strictEqual(Wire.text(value), value)
  })

  it("take an id as text or number", () => {
    for (const value of nothing) assert.isNull(Wire.id(value))
    assert.strictEqual(Wire.id(0), "0")
    assert.strictEqual(Wire.id(12_345_678_901), "12345678901")
    assert.strictEqual(Wire.id("a"), "a")
  })
})

describe("numbers", () => {
  const isNumeric = Schema.is(Wire.Numeric)

  it.prop("read every number, also as text", [Schema.Finite], ([value]) => {
    assert.strictEqual(Wire.number(value), value)
    assert.strictEqual(Wire.number(String(value)), value === 0 ? 0 : value)
    assert.strictEqual(Wire.number(` ${value} `), value === 0 ? 0 : value)
    assert.isTrue(isNumeric(String(value)))
  })

  it("read decimal text as vendors write it", () => {
    const texts = { "1.50": 1.5, "+3": 3, "-0.5": -0.5, ".5": 0.5, "5.": 5, "007": 7, "1E+2": 100, " 4 ": 4 }
    for (const [text, value] of Object.entries(texts)) {
      assert.strictEqual(Wire.number(text), value)
      assert.isTrue(isNumeric(text), text)
    }
  })

  it("take no other text for a number", () => {
    for (const text of ["", " ", ".", "-", "1,5", "1.2.3", "0x1F", "0b1", "Infinity", "NaN", "1e", "5 EUR", "١"]) {
      assert.isNull(Wire.number(text), text)
      assert.isFalse(isNumeric(text), text)
    }
    assert.isNull(Wire.number("1e999"))
    for (const value of nothing) assert.isNull(Wire.number(value))
  })

  it.prop("agree with their wire schema on every finite text", [Schema.String], ([text]) => {
    if (Wire.number(text) !== null) assert.isTrue(isNumeric(text))
  })

  it("are whole only without a fraction", () => {
    assert.strictEqual(Wire.integer("12"), 12)
    assert.strictEqual(Wire.integer("12.0"), 12)
    for (const value of [1.5, "1.5", "x", null, undefined]) assert.isNull(Wire.integer(value))
  })
})

describe("list", () => {
  it("drops what reads as nothing, and keeps a missing list missing", () => {
    assert.deepStrictEqual(Wire.list(["a", "", null, "b"], Wire.text), ["a", "b"])
    assert.deepStrictEqual(Wire.list([], Wire.text), [])
    assert.isNull(Wire.list(null, Wire.text))
    assert.isNull(Wire.list(undefined, Wire.text))
  })
})

describe("instantFromMillis", () => {
  it.prop("is the inverse of parsing", [Millis], ([millis]) => {
    const text = Wire.instantFromMillis(millis)
    assert.isTrue(isInstant(text))
    assert.strictEqual(Date.parse(text ?? ""), millis)
    assert.strictEqual(Wire.instantFromMillis(String(millis)), text)
    assert.strictEqual(Wire.instant(text), text)
    assert.strictEqual(Wire.dateFromMillis(millis), Wire.date(text))
  })

  it("ends where our text form does", () => {
    assert.strictEqual(Wire.instantFromMillis(first), "0000-01-01T00:00:00.000Z")
    assert.strictEqual(Wire.instantFromMillis(last), "9999-12-31T23:59:59.999Z")
    for (const millis of [first - 1, last + 1, 8.64e15 + 1, -1e300, Number.NaN, Infinity]) {
      assert.isNull(Wire.instantFromMillis(millis))
      assert.isNull(Wire.dateFromMillis(millis))
    }
  })

  it("reads nothing out of nothing", () => {
    for (const value of [...nothing, " ", "soon", "2026-01-31"]) {
      assert.isNull(Wire.instantFromMillis(value))
      assert.isNull(Wire.dateFromMillis(value))
    }
  })
})

describe("instant", () => {
  it("reads every usual way to write one", () => {
    const texts = {
      "2026-01-31T09:30:00.250Z": "2026-01-31T09:30:00.250Z",
      "2026-01-31T09:30:00Z": "2026-01-31T09:30:00.000Z",
      "2026-01-31T09:30Z": "2026-01-31T09:30:00.000Z",
      "2026-01-31t09:30:00z": "2026-01-31T09:30:00.000Z",
      "2026-01-31 09:30:00 UTC": "2026-01-31T09:30:00.000Z",
      "2026-01-31T09:30:00+02:00": "2026-01-31T07:30:00.000Z",
      "2026-01-31T09:30:00-0530": "2026-01-31T15:00:00.000Z",
      "2026-01-31 09:30:00+00": "2026-01-31T09:30:00.000Z",
      "2026-01-31T09:30:00.123456Z": "2026-01-31T09:30:00.123Z",
      "2026-01-31T09:30:00.1Z": "2026-01-31T09:30:00.100Z",
      "2026-01-31T09:30:00,5Z": "2026-01-31T09:30:00.500Z",
      "2026-12-31T23:59:59.999-01:00": "2027-01-01T00:59:59.999Z",
      "2026-01-31T24:00:00Z": "2026-02-01T00:00:00.000Z",
      "2024-02-29T00:00:00Z": "2024-02-29T00:00:00.000Z",
      "0001-01-01T00:00:00Z": "0001-01-01T00:00:00.000Z"
    }
    for (const [text, instant] of Object.entries(texts)) assert.strictEqual(Wire.instant(text), instant, text)
  })

  it("never guesses a zone", () => {
    for (const text of ["2026-01-31T09:30:00", "2026-01-31T09:30:00.000", "2026-01-31 09:30", "2026-01-31", "09:30Z"]) {
      assert.isNull(Wire.instant(text), text)
    }
  })

  it("has none for a day or a clock that does not exist", () => {
    for (const text of [
      "2026-02-30T00:00:00.000Z",
      "2026-02-29T00:00:00Z",
      "2026-13-01T00:00:00.000Z",
      "2026-00-10T00:00:00.000Z",
      "2026-01-00T00:00:00.000Z",
      "2026-04-31T10:00:00+02:00",
      "2026-01-31T25:00:00.000Z",
      "2026-01-01T10:60:00.000Z",
      "2026-01-01T10:00:61Z",
      "2026-01-01T24:00:01Z",
      "2026-01-01T10:00:00+24:00",
      "2026-01-01T10:00:00+01:60",
      "0000-01-01T00:00:00+01:00"
    ]) {
      assert.isNull(Wire.instant(text), text)
    }
  })

  it("has none for other text", () => {
    for (const value of [
      ...nothing,
      "soon",
      "1769851800000",
      "01/31/2026 09:30:00Z",
      "2026-01-31T09:30:00Z and more"
    ]) {
      assert.isNull(Wire.instant(value))
    }
  })

  it.prop("yields our form or nothing", [AnyText], ([value]) => {
    const text = Wire.instant(value)
    assert.isTrue(text === null || isInstant(text))
  })
})

describe("date", () => {
  const Day = Schema.Struct({
    year: Schema.Int.check(Schema.isBetween({ minimum: 1900, maximum: 2100 })),
    month: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 13 })),
    day: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 32 }))
  })

  it.prop("keeps the days of the calendar, and no others", [Day], ([{ year, month, day }]) => {
    const text = [year, month, day].map((part) => String(part).padStart(2, "0")).join("-")
    const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text)
    assert.strictEqual(Wire.date(text), exists ? text : null)
    assert.strictEqual(Wire.date(`${text}T25:99`), exists ? text : null)
    assert.strictEqual(Wire.date(`${text} 10:00`), exists ? text : null)
  })

  it("knows leap years", () => {
    for (const text of ["2000-02-29", "2024-02-29"]) assert.strictEqual(Wire.date(text), text)
    for (const text of ["1900-02-29", "2100-02-29", "2026-02-29", "2026-02-30"]) assert.isNull(Wire.date(text))
  })

  it("has none for other text", () => {
    for (const value of [
      ...nothing,
      "0000-00-00",
      "2026-1-31",
      "31.01.2026",
      "2026-01-311",
      "2026-01-31x",
      "x2026-01-31"
    ]) {
      assert.isNull(Wire.date(value))
    }
  })

  it.prop("yields our form or nothing", [AnyText], ([value]) => {
    const text = Wire.date(value)
    assert.isTrue(text === null || isDate(text))
  })
})

describe("earliest and newest", () => {
  it.prop("pick the ends in time", [Schema.Array(Schema.NullOr(Millis))], ([millis]) => {
    const texts = millis.map(Wire.instantFromMillis)
    const known = millis.filter((value) => value !== null)
    assert.strictEqual(Wire.earliest(texts), known.length === 0 ? null : Wire.instantFromMillis(Math.min(...known)))
    assert.strictEqual(Wire.newest(texts), known.length === 0 ? null : Wire.instantFromMillis(Math.max(...known)))
  })
})

it("distinct keeps the first of each, in order", () => {
  assert.deepStrictEqual(Wire.distinct(["b", "a", "b", "c", "a"]), ["b", "a", "c"])
})
