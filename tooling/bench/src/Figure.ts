/** A measured figure, as a line of JSON or a line of the table. */

/** One figure. */
export interface Figure {
  readonly bench: string
  readonly case: string
  /** Whose figure it is, where it is not Crosswalk's. */
  readonly rival?: string
  /** Time over the floor's, or throughput over the floor's; `unit` says so where it is neither. */
  readonly ratio: number
  readonly unit?: string
  readonly floor: string
  /** Number of rounds. */
  readonly runs: number
  /** Quartiles of the rounds. */
  readonly spread: readonly [number, number]
  readonly bar?: Bar
}

/** What a figure has to be. */
export interface Bar {
  readonly most?: number
  readonly least?: number
}

/** Whether a figure is what it has to be. */
export const isMet = ({ ratio, bar }: Figure): boolean =>
  ratio <= (bar?.most ?? Infinity) && ratio >= (bar?.least ?? -Infinity)

const rounded = (value: number) => Math.round(value * 100) / 100

/** The figure as one line of JSON. */
export const toJson = (figure: Figure): string => {
  const { bar, rival, unit, ratio, spread } = figure
  return JSON.stringify({
    bench: figure.bench,
    case: figure.case,
    ...(rival === undefined ? {} : { rival }),
    ratio: rounded(ratio),
    ...(unit === undefined ? {} : { unit }),
    floor: figure.floor,
    runs: figure.runs,
    spread: spread.map(rounded),
    ...(bar === undefined ? {} : { bar: bar.most ?? bar.least, ok: isMet(figure) })
  })
}

const isOk = (figure: Figure) => (figure.bar === undefined ? "" : isMet(figure) ? "ok" : "MISSED")

const bounds = ({ bar }: Figure) =>
  bar?.most !== undefined ? `≤ ${bar.most}` : bar?.least !== undefined ? `≥ ${bar.least}` : ""

/** The columns' widths; the text of a wider cell pushes the rest aside. */
const widths = [8, 34, 34, 9, 16, 7, 6] as const

const line = (cells: ReadonlyArray<string>) =>
  cells
    .map((cell, nth) => (nth > 2 ? cell.padStart(widths[nth] ?? 0) : cell.padEnd(widths[nth] ?? 0)))
    .join(" ")
    .trimEnd()

/** The table's head. */
export const head = line(["bench", "case", "who", "ratio", "quartiles", "bar", ""])

/** The figure as a line of the table. */
export const toRow = (figure: Figure): string =>
  line([
    figure.bench,
    figure.case,
    figure.rival ?? "crosswalk",
    `${figure.ratio.toFixed(2)}${figure.unit === undefined ? "" : ` ${figure.unit}`}`,
    figure.spread.map((value) => value.toFixed(2)).join(" – "),
    bounds(figure),
    isOk(figure)
  ])
