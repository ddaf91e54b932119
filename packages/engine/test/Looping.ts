/** A process that syncs with a mapping that never ends on one record, where its last argument says so. */
import * as Store from "@crosswalk/store/Store"
import { Duration, Effect, Layer, Redacted } from "effect"
import { connector } from "./Account.ts"
import * as List from "./ListVendor.ts"
import * as Sync from "../src/Sync.ts"
import * as VendorClient from "../src/VendorClient.ts"
import * as Watchdog from "../src/Watchdog.ts"

const [, , folder = "", baseUrl = "", fault] = process.argv

const provider = List.provider({
  size: 10,
  body: ({ name }) => {
    if (fault === "loops" && name === "n15") for (;;);
    return name ?? null
  }
})

const connection = {
  provider,
  baseUrl,
  credentials: { api_key: Redacted.make("listing-key") },
  settings: {},
  onCredentials: () => Effect.void
}

await Sync.run({ connector, connection, scopes: null }).pipe(
  Effect.flatMap((summary) => Effect.sync(() => process.stdout.write(JSON.stringify(summary)))),
  Effect.provide(Watchdog.layer(Duration.millis(800))),
  Effect.provide(
    Layer.merge(
      Store.layerSqlite({ filename: `${folder}/test.db`, keyFile: `${folder}/test.key` }),
      VendorClient.layerHttp
    )
  ),
  Effect.runPromise
)
