/** What an answer costs a server: the processor time of its whole process, in short slots that take turns. */
import { Schema } from "effect"
import { quantile } from "../Rounds.ts"
import type * as Load from "./Load.ts"
import type { Subject } from "./Subjects.ts"

/** Number of rounds. */
export const rounds = 15
const slot = 700
const warmUp = 3000

const Millis = Schema.decodeUnknownSync(Schema.Finite)

/** Milliseconds of processor time for one answer. */
const cost = async (load: Load.Load, { headers, server, url }: Subject, milliseconds: number) => {
  const from = Millis(await server.ask())
  const { length } = await load.ask({ kind: "closed", url, headers, milliseconds, perSecond: 0 })
  return (Millis(await server.ask()) - from) / length
}

/** Each subject's milliseconds for an answer, round by round. */
export const measured = async (
  load: Load.Load,
  subjects: ReadonlyArray<Subject>
): Promise<ReadonlyMap<Subject, ReadonlyArray<number>>> => {
  const costs = new Map(subjects.map((subject) => [subject, new Array<number>()]))
  for (const subject of subjects) await cost(load, subject, warmUp)
  for (let round = 0; round < rounds; round++) {
    // Every other round runs backwards: who comes first must not always be the same.
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
      costs.get(subject)?.push(await cost(load, subject, slot))
    }
  }
  return costs
}

/** Answers a second of processor time. */
export const perSecond = (costs: ReadonlyArray<number> = []): number => 1000 / quantile(costs, 0.5)
