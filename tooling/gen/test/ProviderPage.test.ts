import * as Auth from "@crosswalk/core/Auth"
import { Tag } from "@crosswalk/core/ats/Tag"
import * as Coverage from "@crosswalk/core/Coverage"
import * as Mapper from "@crosswalk/core/Mapper"
import * as Page from "@crosswalk/core/Page"
import * as Provider from "@crosswalk/core/Provider"
import * as Resource from "@crosswalk/core/Resource"
import * as Since from "@crosswalk/core/Since"
import * as Source from "@crosswalk/core/Source"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { pageHeader, providerPage, providersIndex } from "../src/ProviderPage.ts"
import { providerPages } from "../src/ProviderPages.ts"

const boards = Resource.make("boards", {
  path: "/boards",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({ id: Schema.String }),
  id: ({ id }) => id,
  since: Since.millis("changed_since"),
  absence: { confirm: "/boards/{id}" },
  permission: "boards:read"
})

const labels = Resource.make("labels", {
  path: "/boards/{parent}/labels",
  page: Page.single({ items: "" }),
  wire: Schema.Struct({ id: Schema.String, text: Schema.optionalKey(Schema.String) }),
  id: ({ id }) => id,
  parent: boards,
  absence: "kept"
})

const tag = Mapper.make(Tag, Source.one(labels, { board: Source.parent(boards) }), {
  docs: "https://vendor.example.com/labels",
  fields: {
    remote_id: ({ remote }) => remote.id,
    remote_created_at: Mapper.absent("labels | boards have <no> times"),
    remote_updated_at: Mapper.derived("never", () => null),
    custom_fields: Mapper.absent("none"),
    name: ({ remote }) => remote.text ?? null
  }
})

const vendor = Provider.make("vendor", {
  name: "Vendor",
  categories: ["ats"],
  docs: "https://vendor.example.com",
  api: { version: "2", sunset: "2027-01-31" },
  auth: [
    Auth.apiKeyAsUser(Auth.secret("api_key", "API key")),
    Auth.bearer(Auth.secret("token", "Token"), { fields: [Auth.optional(Auth.plain("tenant", "Tenant"))] })
  ],
  baseUrls: { production: "https://{tenant}.example.com" },
  rateLimit: { limit: 5, windowSeconds: 30, burst: 2 },
  settings: { secret: { title: "Read secrets", default: "no" } },
  mappers: [tag]
})

describe("a provider's page", () => {
  const recordings = [
    { file: "labels/b1/1.json", resource: labels, records: [{ raw: { id: "1", text: "new" }, parent: "b1" }] }
  ]
  const lines = providerPage(vendor, Coverage.matrix(vendor, { recordings, fills: null })).split("\n")
  const holds = (line: string) => assert.include(lines, line)

  it("begins by saying that it is generated, and ends with one line feed", () => {
    assert.strictEqual(lines[0], pageHeader)
    assert.deepStrictEqual(lines.slice(-1), [""])
    assert.notStrictEqual(lines.at(-2), "")
  })

  it("tells how the vendor is reached", () => {
    holds("- API version `2`, which ends on 2027-01-31")
    holds("- Base URL `production` (default): `https://{tenant}.example.com`")
    holds("- At most 5 requests in each 30 seconds for one connector, 2 of them at once")
    holds("- Setting `secret`, by default `no`: Read secrets")
    holds("| API key | `api_key` | API key | secret |")
    holds("| | `tenant` | Tenant | optional |")
  })

  it("tells how each list is read", () => {
    holds(
      "| boards | `/boards` | `boards:read` | single | filter `changed_since`, 10 min overlap | missing, and 404 at `/boards/{id}` |"
    )
    holds(
      "| labels | `/boards/{parent}/labels` for each of boards | | single | read where one of boards changed | never by absence |"
    )
    holds("| [tag](#tag) | boards, labels | `boards:read` | 3 of 5 | 2 |")
  })

  it("tells how each field is filled, and by what that is proven", () => {
    holds("From `labels` with `boards`; [what the mapping follows](https://vendor.example.com/labels)")
    holds("| remote_id | read | `labels/…/1.json` | | |")
    holds("| remote_created_at | absent | | | labels \\| boards have &lt;no> times |")
    holds("| remote_updated_at | derived | **nothing** | | never |")
  })

  it("is listed with the others", () => {
    assert.include(providersIndex([vendor]), "| [Vendor](vendor.md) | ats | 2, ends on 2027-01-31 | 1 |\n")
  })
})

describe("the pages of a repository", () => {
  it("leave out what cannot be loaded, and name it and pages that belong to nothing", async () => {
    const root = mkdtempSync(path.join(tmpdir(), "crosswalk-pages-"))
    for (const folder of ["providers/broken/src", "docs/providers"]) {
      mkdirSync(path.join(root, folder), { recursive: true })
    }
    writeFileSync(path.join(root, "providers/broken/src/index.ts"), "export const nothing = 1\n")
    writeFileSync(path.join(root, "docs/providers/gone.md"), "")
    const { files, problems } = await providerPages(root)
    rmSync(root, { recursive: true })
    assert.deepStrictEqual(
      files.map(({ file }) => file),
      ["docs/providers/README.md"]
    )
    assert.lengthOf(problems, 2)
    assert.match(
      problems[0] ?? "",
      /^docs\/providers\/broken\.md: the provider cannot be loaded: .*exports no provider/
    )
    assert.match(problems[1] ?? "", /^docs\/providers\/gone\.md: .* delete the page$/)
  })
})
