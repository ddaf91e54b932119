import { assert, layer } from "@effect/vitest"
import * as Bindbee from "@crosswalk/api/bindbee/Dialect"
import * as Crosswalk from "@crosswalk/api/crosswalk/Dialect"
import type { Dialect } from "@crosswalk/api/Dialect"
import * as Kombo from "@crosswalk/api/kombo/Dialect"
import * as IntegrationId from "@crosswalk/api/kombo/IntegrationId"
import { ApiKeys } from "@crosswalk/store/ApiKeys"
import { Effect, Redacted } from "effect"
import * as Account from "./Account.ts"
import * as Served from "./Served.ts"

interface Route {
  readonly method: string
  readonly path: string
  readonly needsConnector: boolean
  readonly category: string | null
}

/** Every route of a dialect, lists and what stands beside them. */
const routesOf = (dialect: Dialect): ReadonlyArray<Route> => [
  ...dialect.collections.flatMap((collection) => {
    const { category, hasItems } = collection
    const paths = [
      dialect.listPath(collection),
      ...(dialect.itemPath !== null && hasItems ? [dialect.itemPath(collection)] : [])
    ]
    return paths.map((path) => ({ method: "GET", path, needsConnector: true, category }))
  }),
  ...(dialect.gathered?.gatherings ?? []).flatMap((gathering) => {
    const path = dialect.gathered?.path(gathering)
    return path === undefined ? [] : [{ method: "GET", path, needsConnector: true, category: gathering.category }]
  }),
  ...dialect.routes.map(({ category, method, needsConnector, path }) => ({ method, path, needsConnector, category }))
]

const dialects = [Crosswalk.dialect, Bindbee.dialect, Kombo.dialect]

layer(Served.layer, { timeout: 120_000 })("Every route", (it) => {
  it.effect.each(dialects)("of $id refuses who may not", (dialect) =>
    Effect.gen(function* () {
      const own = yield* Account.workspace(3)
      const other = yield* Account.workspace(3)
      const base = yield* Served.baseUrl
      const keys = yield* ApiKeys
      const revoked = yield* keys.create({ workspace: own.name, name: "revoked" })
      yield* keys.revoke(own.name, revoked.apiKey.id)

      const call = (route: Route, key: string | null, account: Account.Account) =>
        Effect.promise(async () => {
          const { connector, token } = account
          const name = IntegrationId.write(connector.provider, connector.id)
          const path = route.path
            .replace(":integration_id", encodeURIComponent(name))
            .replace(":id", connector.id)
            .replaceAll(/:\w+/g, "x")
          const response = await fetch(`${base}${dialect.prefix}${path}`, {
            method: route.method,
            headers: {
              ...(key === null ? {} : { authorization: `Bearer ${key}` }),
              "x-connector-token": token,
              "x-integration-id": name,
              "content-type": "application/json"
            },
            ...(route.method === "GET" ? {} : { body: "{}" })
          })
          return { status: response.status, body: await response.text() }
        })

      const mine = own.accounts[1]
      const foreign = other.accounts[1]
      const people = own.accounts.find(({ connector }) => connector.category === "hris")
      assert.isDefined(mine)
      assert.isDefined(foreign)
      assert.isDefined(people)
      if (mine === undefined || foreign === undefined || people === undefined) return
      const stranger = other.key
      for (const route of routesOf(dialect)) {
        const said = `${route.method} ${route.path}`
        for (const key of [null, Redacted.value(revoked.secret), "cwk_made_up"]) {
          const { body, status } = yield* call(route, key, mine)
          assert.strictEqual(status, 401, said)
          assert.notInclude(body, mine.connector.id, said)
        }
        if (!route.needsConnector) continue
        const strange = yield* call(route, stranger, mine)
        assert.include([401, 403, 404], strange.status, said)
        assert.notInclude(strange.body, mine.connector.id, said)
        const elsewhere = yield* call(route, own.key, foreign)
        assert.include([401, 403, 404], elsewhere.status, said)
        if (route.category !== null && route.category !== "hris") {
          const otherKind = yield* call(route, own.key, people)
          assert.include([400, 401, 403, 404], otherKind.status, said)
        }
      }
    })
  )
})
