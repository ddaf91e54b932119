/** A row for every table of each version of the schema, as the repositories of that version wrote it. */
import { Vault } from "@crosswalk/store/Vault"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { SqlClient } from "effect/sql/SqlClient"
import { at } from "./sample.ts"

type Row = Readonly<Record<string, string | number | boolean | null | Uint8Array>>

/** One connector of one workspace. */
export interface Owner {
  readonly connector: string
  readonly workspace: string
}

const text = (remoteId: string) => `{"name":"${remoteId}","remote_deleted_at":null,"modified_at":"${at(1)}"}`

const common = ({ connector, workspace }: Owner, credentials: Uint8Array): ReadonlyArray<readonly [string, Row]> => {
  const of = { connector_id: connector }
  return [
    [
      "connectors",
      {
        id: connector,
        workspace,
        provider: "lever",
        category: "ats",
        customer: "Ångström & Sons",
        credentials,
        options: '{"region":"eu"}',
        scopes: '["read:job"]',
        status: "active",
        created_at: at(0),
        updated_at: at(0)
      }
    ],
    ["remotes", { ...of, resource: "jobs", key: "j1", hash: "h", seen_run: "r1", data: '{"id":"j1"}' }],
    ["links", { ...of, resource: "jobs", key: "j1", link: "owner", target: "u1" }],
    ["checkpoints", { ...of, resource: "jobs", run_id: "r1", cursor: '{"page":2}', mark: "m", state: "walk", seq: 4 }],
    ["due", { ...of, resource: "notes", parent: "j1", run_id: "r1" }],
    ["dirty", { ...of, mapper: "job", key: "j1" }],
    [
      "quarantine",
      {
        ...of,
        resource: "jobs",
        key: "j2",
        mapper: "job",
        remote_id: "j2",
        issues: '[{"path":"title","reason":"expected a text"}]',
        data: '{"id":"j2"}',
        run_id: "r1",
        first_seen_at: at(1),
        last_seen_at: at(1)
      }
    ],
    ...["1", "2"].map((remoteId): readonly [string, Row] => [
      "records",
      {
        ...of,
        model: "job",
        id: `${connector}/${remoteId}`,
        remote_id: remoteId,
        hash: "h",
        modified_at: at(1),
        data: text(remoteId)
      }
    ])
  ]
}

const entries = ({ connector }: Owner) =>
  ["1", "2"].map((remoteId) => ({
    connector_id: connector,
    model: "job",
    record_id: `${connector}/${remoteId}`,
    remote_id: remoteId,
    operation: "insert",
    fields: null,
    at: at(1)
  }))

const first = (owner: Owner): ReadonlyArray<readonly [string, Row]> => [
  ...entries(owner).map((entry): readonly [string, Row] => ["feed", entry]),
  ...["full", "incremental"].map((mode, index): readonly [string, Row] => [
    "runs",
    {
      id: `${owner.connector}/r${index}`,
      connector_id: owner.connector,
      mode,
      status: index === 0 ? "succeeded" : "running",
      started_at: at(index),
      ended_at: index === 0 ? at(1) : null,
      mark: "m",
      summary: index === 0 ? '{"read":2}' : null
    }
  ])
]

const second = (owner: Owner, isPostgres: boolean): ReadonlyArray<readonly [string, Row]> => {
  const { connector, workspace } = owner
  const of = { connector_id: connector }
  return [
    ["writers", { ...of, fence: 3, feed_seq: 2, ...(isPostgres ? { feed_tx: 5 } : {}) }],
    ...entries(owner).map((entry, index): readonly [string, Row] => [
      "feed",
      { ...entry, seq: index + 1, workspace, ...(isPostgres ? { tx: 5 } : {}) }
    ]),
    ["feed_floors", { workspace, position: "0".repeat(19).concat(".", "0".repeat(19)) }],
    ...["full", "incremental"].map((mode, index): readonly [string, Row] => [
      "runs",
      {
        id: `${connector}/r${index}`,
        ...of,
        mode,
        status: index === 0 ? "succeeded" : "running",
        priority: 1,
        requested_at: at(index),
        started_at: at(index),
        ended_at: index === 0 ? at(1) : null,
        mark: "m",
        progress: "{}",
        summary: index === 0 ? '{"read":2}' : null
      }
    ]),
    ["schedules", { ...of, every_seconds: 3600, next_at: at(9) }],
    [
      "holds",
      {
        id: `${connector}/h1`,
        ...of,
        resource: "jobs",
        run_id: "r1",
        kind: "deletions",
        records: 1,
        stored: 1,
        reason: "many are gone",
        created_at: at(2)
      }
    ],
    ["held_keys", { ...of, resource: "jobs", key: "j1", hold_id: `${connector}/h1` }],
    ["mapper_versions", { ...of, mapper: "job", version: "v1", state: "done" }],
    [
      "audits",
      {
        ...of,
        at: at(3),
        resource: "jobs",
        sampled: 5,
        equal: 4,
        behind: 1,
        wrong: 0,
        held: 0,
        gone: 0,
        unreadable: 0,
        lag_seconds: 7
      }
    ]
  ]
}

const third = ({ connector, workspace }: Owner): ReadonlyArray<readonly [string, Row]> => [
  [
    "api_keys",
    { id: `${connector}/k`, workspace, name: "k", prefix: "p", hash: `${connector}/h`, scopes: "[]", created_at: at(0) }
  ],
  [
    "connect_links",
    {
      id: `${connector}/l`,
      workspace,
      hash: `${connector}/h`,
      customer: "A customer",
      created_at: at(0),
      expires_at: at(9)
    }
  ]
]

const fourth = ({ connector, workspace }: Owner): ReadonlyArray<readonly [string, Row]> => [
  [
    "requests",
    {
      workspace,
      at: at(4),
      id: `${connector}/q`,
      connector_id: connector,
      key_prefix: "p",
      dialect: "crosswalk",
      method: "GET",
      route: "/v1/ats/jobs",
      query: "page_size=2",
      status: 200,
      duration_ms: 1.5
    }
  ]
]

/** Fills every table of a version for a connector. */
export const fill = Effect.fnUntraced(function* (version: number, owner: Owner) {
  const sql = yield* SqlClient
  const vault = yield* Vault
  const sealed = yield* vault.seal(owner.connector, Redacted.make('{"api_key":"a secret key"}'))
  const isPostgres = sql.onDialectOrElse({ pg: () => true, orElse: () => false })
  for (const [table, row] of [
    ...common(owner, sealed),
    ...(version === 1 ? first(owner) : second(owner, isPostgres)),
    ...(version >= 3 ? third(owner) : []),
    ...(version >= 4 ? fourth(owner) : [])
  ]) {
    yield* sql`INSERT INTO ${sql(table)} ${sql.insert(row)}`
  }
})

/** How many rows each table has, Crosswalk's own notes left out. */
export const counts = Effect.gen(function* () {
  const sql = yield* SqlClient
  const tables = yield* sql.onDialectOrElse({
    pg: () => sql<{ readonly name: string }>`
      SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace)`,
    orElse: () => sql<{ readonly name: string }>`
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
  })
  const counted = yield* Effect.forEach(
    tables.map(({ name }) => name).filter((name) => !["crosswalk_migrations", "feed_clock"].includes(name)),
    (name) =>
      Effect.map(
        sql<{ readonly count: number }>`SELECT COUNT(*) AS count FROM ${sql(name)}`,
        (rows) => [name, Number(rows[0]?.count)] as const
      )
  )
  return Object.fromEntries(counted.toSorted(([a], [b]) => a.localeCompare(b)))
})
