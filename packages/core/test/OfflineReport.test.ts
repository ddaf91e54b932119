import { Tag } from "@crosswalk/core/ats/Tag"
import * as Mapper from "@crosswalk/core/Mapper"
import * as OfflineReport from "@crosswalk/core/OfflineReport"
import * as Page from "@crosswalk/core/Page"
import * as Resource from "@crosswalk/core/Resource"
import * as Source from "@crosswalk/core/Source"
import * as Wire from "@crosswalk/core/Wire"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

const labels = Resource.make("labels", {
  path: "/labels",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({ id: Schema.String, text: Wire.maybe(Schema.String), hidden: Wire.maybe(Schema.Boolean) }),
  id: ({ id }) => id
})

const visible = {
  of: (label: typeof labels.wire.Type) => (label.hidden === true ? [] : [label]),
  id: ({ id }: { id: string }) => id
}

const tag = Mapper.make(Tag, Source.each(labels, visible, {}), {
  docs: "https://vendor.example.com/labels",
  fields: {
    remote_id: ({ item }) => item.id,
    remote_created_at: Mapper.absent("no such thing"),
    remote_updated_at: () => "yesterday",
    custom_fields: Mapper.absent("no such thing"),
    name: ({ item }) => item.text ?? null
  }
})

const recording = (file: string, ...raws: ReadonlyArray<unknown>): OfflineReport.Recording => ({
  file,
  resource: labels,
  records: raws.map((raw) => ({ raw, parent: null }))
})

describe("a report on recordings", () => {
  const files = OfflineReport.report(
    [tag],
    [
      recording("a.json", { id: "1" }, { id: "1", text: "x" }, { id: "2", hidden: true }),
      recording("b.json", { text: "y" }, { id: "1", text: 5 })
    ],
    "connector"
  )

  it("accounts for every record of every file", () => {
    assert.deepStrictEqual(
      files.map(({ mapped, quarantined, read, repeated, unused }) => [
        read,
        repeated,
        quarantined.map(({ key, rejected }) => [key, rejected]),
        mapped.map(({ faults, made }) => [made, faults.map(({ key }) => key)]),
        unused
      ]),
      [
        [3, 1, [], [[1, ["1"]]], ["2"]],
        [
          2,
          0,
          [
            [null, true],
            ["1", false]
          ],
          [[1, ["1"]]],
          []
        ]
      ]
    )
  })

  it("says in words what was lost and why", () => {
    const [first, second] = OfflineReport.lines(files)
    assert.strictEqual(first, "a.json: 3 read, 1 repeated, 1 tag/labels, 1 unused, 0 quarantined")
    assert.match(second ?? "", /^ {2}tag\/labels 1: remote_updated_at: /)
    assert.isTrue(OfflineReport.lines(files).some((line) => /^ {2}record 0 \(no key\): id: /.test(line)))
  })
})
