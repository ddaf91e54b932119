/**
 * What a mapping is made from: one remote record, one item inside it, or a group of records, with what belongs to
 * them joined on.
 *
 * A source says by keys which unified records a remote record contributes to. The engine lands remote records first
 * and then derives every key that a change touched; so a group may be spread over pages and syncs.
 */
import { joinedInput } from "./internal/joinedInput.ts"
import * as RemoteKey from "./RemoteKey.ts"
import { once } from "./Rule.ts"
import * as Wire from "./Wire.ts"
import type { Resource } from "./Resource.ts"

/** A landed record: the vendor's, checked against its wire schema, with its own key and its parent's. */
export interface Landed<out W = unknown> {
  /** The record's `RemoteKey`. */
  readonly key: string
  /** The `RemoteKey` of the record that it was listed for; null where there is none. */
  readonly parent: string | null
  readonly record: W
}

/** A function of a declaration: its text is part of what tells two versions of it apart. */
export type Written = (...args: ReadonlyArray<never>) => unknown

/** The material of one unified record. */
export interface Group<out W = unknown, out Other = unknown> {
  /** The `RemoteKey` that all members have in common. */
  readonly key: string
  /** The contributing records of the resource, in order of their keys; at least one. */
  readonly members: ReadonlyArray<Landed<W>>
  /** What each join found, by its name; `null` when its resource is not read by this connector. */
  readonly joined: Readonly<Record<string, ReadonlyArray<Other> | null>>
}

/**
 * Records of another resource that belong to a member.
 *
 * - `parent`: the one that it is listed for.
 * - `lookup`: those whose keys it names, or those whose keys the records of another join name. The resource is read
 *   whenever the model is.
 * - `referring`: those that name its key. Their list is read before the member's.
 *
 * Children are not joined to their parent: they arrive much later, one call each, and would change every parent once
 * more. They name their parent instead, and who serves the parent finds them by that.
 */
export interface Join<out A = unknown> {
  readonly kind: "parent" | "lookup" | "referring"
  readonly resource: Resource
  /** Name of the join whose records name what a `lookup` finds; null when the member itself does. */
  readonly through: string | null
  /** The declaration's own function behind `keys`, as it was written; null where there is none. */
  readonly written: Written | null
  /**
   * The `RemoteKey`s that a record names. For a `lookup` it is the member's record, or one of the join `through`; for
   * `referring` it is a record of the resource, which names members; for a `parent` there are none. May throw what the
   * declaration throws.
   */
  keys(record: unknown): ReadonlyArray<string>
  /** What the mapping's functions see of what was found; `null` stands for a resource that is not read. */
  read(rows: ReadonlyArray<unknown> | null): A
}

/** A join that follows from the member alone. */
export interface DirectJoin<out A = unknown> extends Join<A> {
  readonly kind: "parent" | "lookup"
  readonly through: null
}

/** Joins by the name under which the mapping's functions see them. */
export type Joins = Readonly<Record<string, Join>>

/** Joins that every source can have; those by which other records name a member are for {@link one} alone. */
export type DirectJoins = Readonly<Record<string, DirectJoin>>

type Joined<J extends Joins> = { readonly [K in keyof J]: J[K] extends Join<infer A> ? A : never }

/** A declared source whose mapping's functions get `Input`. */
export interface Source<out Input = unknown> {
  /**
   * - `one`: each record is a unified record.
   * - `each`: each item within a record is.
   * - `group`: all records with the same key together are.
   * - `distinct`: each different key is; the records themselves are not looked at.
   */
  readonly shape: "one" | "each" | "group" | "distinct"
  readonly resource: Resource
  readonly joins: Joins
  /** The declaration's own functions behind `keys` and `input`, as they were written. */
  readonly written: ReadonlyArray<Written>
  /**
   * The `RemoteKey`s of the unified records that a remote record contributes to, each once; `own` is the record's. May
   * throw what the declaration throws.
   */
  keys(record: unknown, own: string): ReadonlyArray<string>
  /**
   * What the mapping's functions get; null when nothing (any more) stands under that key. May throw what the declaration
   * throws.
   */
  input(group: Group): Input | null
}

/** The record that a member is listed for; null when it is not there. */
export const parent = <W>(resource: Resource<string, W>): DirectJoin<W | null> => ({
  kind: "parent",
  resource,
  through: null,
  written: null,
  keys: () => [],
  read: (rows: ReadonlyArray<W> | null) => rows?.[0] ?? null
})

/** The records whose keys a member names; null when they may not be read. */
export const lookup = <Member, W>(
  resource: Resource<string, W>,
  keys: (member: Member) => ReadonlyArray<Named>
): DirectJoin<ReadonlyArray<W> | null> => {
  // Members that name the same list name the same keys, as one list: who finds by it finds once.
  const named = once(present)
  return {
    kind: "lookup",
    resource,
    through: null,
    written: keys,
    keys: (member: Member) => named(keys(member)),
    read: (rows: ReadonlyArray<W> | null) => rows
  }
}

/**
 * The records of a flat list that name the member's key, e.g. a person's degrees, in order of their keys; null when they
 * may not be read.
 *
 * It is for parts of a member that are no model of their own. Records of another model name theirs by a reference, and
 * who serves the member finds them by that.
 */
export const referring = <W>(
  resource: Resource<string, W>,
  by: (record: W) => Named
): Join<ReadonlyArray<W> | null> => ({
  kind: "referring",
  resource,
  through: null,
  written: by,
  keys: (record: W) => presentOne(by(record)),
  read: (rows: ReadonlyArray<W> | null) => rows
})

/** The records whose keys the records of another join name; null when these or those may not be read. */
export const through = <Row, W>(
  join: string,
  resource: Resource<string, W>,
  keys: (row: Row) => ReadonlyArray<Named>
): Join<ReadonlyArray<W> | null> => ({
  kind: "lookup",
  resource,
  through: join,
  written: keys,
  keys: (row: Row) => present(keys(row)),
  read: (rows: ReadonlyArray<W> | null) => rows
})

/** A vendor's id as a record names it, which it need not. */
type Named = string | number | null | undefined

const keyOf = (named: Named): string | null => (named === null || named === undefined ? null : RemoteKey.make(named))

const presentOne = (named: Named): ReadonlyArray<string> => {
  const key = keyOf(named)
  return key === null ? [] : [key]
}

const present = (keys: ReadonlyArray<Named>): ReadonlyArray<string> =>
  keys.length === 1 ? presentOne(keys[0]) : Wire.distinct(Wire.list(keys, keyOf) ?? [])

/** Adds to an input what its joins found. */
function withJoined<I extends object, J extends Joins>(input: I, joins: J, group: Group): I & Joined<J>
function withJoined(input: Record<string, unknown>, joins: Joins, group: Group): Readonly<Record<string, unknown>> {
  for (const name in joins) input[name] = joins[name]?.read(group.joined[name] ?? null)
  return input
}

function inputOf<W, J extends Joins>(
  joins: J
): (remote: W, joined: Group["joined"]) => { readonly remote: W } & Joined<J>
function inputOf(joins: Joins) {
  return joinedInput(joins)
}

/** Each record is a unified record. Without joins, give a mapping the resource itself instead. */
export const one = <W, J extends Joins>(
  resource: Resource<string, W>,
  joins: J
): Source<{ readonly remote: W } & Joined<J>> => {
  const input = inputOf<W, J>(joins)
  return {
    shape: "one",
    resource,
    joins,
    written: [],
    keys: (_, own) => [own],
    input: ({ joined, members: [member] }: Group<W>) => (member === undefined ? null : input(member.record, joined))
  }
}

/** Each record is a unified record, and the mapping's functions get it as it is. */
export const plain = <W>(resource: Resource<string, W>): Source<W> => ({
  shape: "one",
  resource,
  joins: {},
  written: [],
  keys: (_, own) => [own],
  input: (group: Group<W>) => group.members[0]?.record ?? null
})

/** An item within a record, and its id. */
export interface Item<in W, I> {
  /** The record's items. */
  readonly of: (record: W) => ReadonlyArray<I> | null | undefined
  /** The vendor's id of an item; one without an id is passed over. */
  readonly id: (item: I, record: W) => string | null | undefined
}

const itemKeys =
  <W, I>(item: Item<W, I>) =>
  (record: W): ReadonlyArray<string> =>
    present((item.of(record) ?? []).map((entry) => item.id(entry, record)))

const itemIn = <W, I>(item: Item<W, I>, remote: W, key: string): I | undefined => {
  const id = RemoteKey.toRemoteId(key)
  return item.of(remote)?.find((entry) => item.id(entry, remote) === id)
}

/**
 * Each item within a record is a unified record. No two records of the resource may hold an item of the same id; see
 * {@link shared}.
 */
export const each = <W, I, J extends DirectJoins>(
  resource: Resource<string, W>,
  item: Item<W, I>,
  joins: J
): Source<{ readonly remote: W; readonly item: I } & Joined<J>> => ({
  shape: "each",
  resource,
  joins,
  written: [item.of, item.id],
  keys: itemKeys(item),
  input: (group: Group<W>) => {
    const remote = group.members[0]?.record
    const found = remote && itemIn(item, remote, group.key)
    return remote === undefined || found === undefined ? null : withJoined({ remote, item: found }, joins, group)
  }
})

/**
 * Each item within a record is a unified record, and records that hold an item of the same id hold the same item:
 * `remotes` are all its holders, and `item` is taken from the first of them.
 */
export const shared = <W, I, J extends DirectJoins>(
  resource: Resource<string, W>,
  item: Item<W, I>,
  joins: J
): Source<{ readonly remotes: ReadonlyArray<W>; readonly item: I } & Joined<J>> => ({
  shape: "group",
  resource,
  joins,
  written: [item.of, item.id],
  keys: itemKeys(item),
  input: (group: Group<W>) => {
    const remotes = group.members.map((member) => member.record)
    const [first] = remotes
    const found = first && itemIn(item, first, group.key)
    return found === undefined ? null : withJoined({ remotes, item: found }, joins, group)
  }
})

/** All records that name the same key are one unified record. */
export const group = <W, J extends DirectJoins>(
  resource: Resource<string, W>,
  by: (record: W) => string | null | undefined,
  joins: J
): Source<{ readonly key: string; readonly remotes: ReadonlyArray<W> } & Joined<J>> => ({
  shape: "group",
  resource,
  joins,
  written: [by],
  keys: (record: W) => presentOne(by(record)),
  input: (group: Group<W>) =>
    group.members.length === 0
      ? null
      : withJoined(
          { key: RemoteKey.toRemoteId(group.key), remotes: group.members.map((member) => member.record) },
          joins,
          group
        )
})

/** Each different key that any record names is a unified record: for things that a vendor has only as text. */
export const distinct = <W>(
  resource: Resource<string, W>,
  by: (record: W) => ReadonlyArray<string | null | undefined>
): Source<{ readonly key: string }> => ({
  shape: "distinct",
  resource,
  joins: {},
  written: [by],
  keys: (record: W) => present(by(record)),
  input: (group) => (group.members.length === 0 ? null : { key: RemoteKey.toRemoteId(group.key) })
})
