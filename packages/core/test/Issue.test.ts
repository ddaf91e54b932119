import { assert, it } from "@effect/vitest"
import * as Issue from "@crosswalk/core/Issue"

it("writes a path as people read it", () => {
  assert.strictEqual(Issue.path(["emails", 1, "value"]), "emails[1].value")
  assert.strictEqual(Issue.path([0, "a"]), "[0].a")
  assert.strictEqual(Issue.path(["a", "0"]), "a.0")
  assert.strictEqual(Issue.path([]), "")
})
