import * as ApiKeys from "@crosswalk/store/ApiKeys"
import { DateTime, Effect, Option, Redacted } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"
import * as Switch from "../Switch.ts"
import * as Table from "../Table.ts"

const workspace = Flag.String("workspace").pipe(
  Flag.withMetavar("NAME"),
  Flag.withDescription("Workspace that the key opens. Default: default"),
  Flag.withDefault("default")
)

const id = Argument.String("id")

const stateOf = ({ expiresAt, revokedAt }: ApiKeys.ApiKey): string =>
  revokedAt !== null ? "revoked" : expiresAt !== null ? `until ${expiresAt}` : "active"

const forJson = ({ apiKey, secret }: ApiKeys.Issued) => ({ ...apiKey, key: Redacted.value(secret) })

/** The key alone on standard output, so that a script can take it; what to know about it at standard error. */
const shown = Effect.fnUntraced(function* (issued: ApiKeys.Issued, json: boolean) {
  yield* Output.note(`API key ${issued.apiKey.id} of the workspace ${issued.apiKey.workspace}: shown this once.`)
  yield* json ? Output.json(forJson(issued)) : Output.lines([Redacted.value(issued.secret)])
})

const create = Command.make(
  "create",
  {
    name: Flag.String("name").pipe(Flag.withDescription("What the key is for"), Flag.withDefault("command line")),
    scopes: Flag.Literals("scope", ApiKeys.Scope.literals).pipe(
      Flag.atLeast(0),
      Flag.withDescription("What the key may do; again for each. Default: all")
    ),
    expires: Flag.String("expires").pipe(
      Flag.withMetavar("INSTANT"),
      Flag.withDescription("When it ends, in ISO 8601. Default: never"),
      Flag.optional
    ),
    workspace,
    data: DataFolder.flag,
    json: Switch.json
  },
  Effect.fn("crosswalk.keys.create")(
    function* ({ expires, json, name, scopes, workspace }) {
      const ending = Option.getOrNull(Option.flatMap(expires, DateTime.make))
      if (Option.isSome(expires) && ending === null) {
        return yield* Failure.make("--expires is no instant. Write it as in 2027-01-31T00:00:00Z.")
      }
      const issued = yield* ApiKeys.ApiKeys.use((keys) =>
        keys.create({
          workspace,
          name,
          scopes: scopes.length === 0 ? undefined : scopes,
          expiresAt: ending === null ? null : DateTime.formatIso(ending)
        })
      )
      yield* shown(issued, json)
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Make an API key; it is printed this once"))

const list = Command.make(
  "list",
  { workspace, data: DataFolder.flag, json: Switch.json },
  Effect.fn("crosswalk.keys.list")(
    function* ({ json, workspace }) {
      const keys = yield* ApiKeys.ApiKeys.use((keys) => keys.list(workspace))
      if (json) return yield* Output.json(keys)
      yield* Table.print(
        ["id", "name", "begins with", "scopes", "state", "last used"],
        keys.map((key) => [
          key.id,
          key.name,
          key.prefix,
          key.scopes.join(", "),
          stateOf(key),
          key.lastUsedAt ?? "never"
        ])
      )
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("List the API keys of a workspace"))

const regenerate = Command.make(
  "regenerate",
  { id, workspace, data: DataFolder.flag, json: Switch.json },
  Effect.fn("crosswalk.keys.regenerate")(
    function* ({ id, json, workspace }) {
      yield* shown(yield* ApiKeys.ApiKeys.use((keys) => keys.regenerate(workspace, id)), json)
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("Make a new key in the place of one, which ends at once"))

const revoke = Command.make(
  "revoke",
  { id, workspace, data: DataFolder.flag },
  Effect.fn("crosswalk.keys.revoke")(
    function* ({ id, workspace }) {
      yield* ApiKeys.ApiKeys.use((keys) => keys.revoke(workspace, id))
      yield* Output.note(`The API key ${id} opens nothing any more.`)
    },
    DataFolder.provide,
    Failure.logged
  )
).pipe(Command.withDescription("End an API key, at once and for good"))

/** `crosswalk keys`: the API keys. */
export const keys = Command.make("keys").pipe(
  Command.withDescription("Make, list, regenerate and revoke API keys"),
  Command.withSubcommands([create, list, regenerate, revoke])
)
