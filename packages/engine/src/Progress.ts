/** What a sync tells while it works. */

/** One step of a run: a page landed, the children of a parent read, or deletions found. */
export interface Progress {
  readonly resource: string
  readonly step: "page" | "children" | "deletions"
  /** Remote records that the step brought. */
  readonly records: number
  /** Parents whose children have still to be read; null where that does not apply. */
  readonly waiting: number | null
  /** Records of the whole list, where the vendor says so with a page. */
  readonly expected?: number | null
}
