/** Where Lever describes what it sends. */

/** Lever's documentation. */
export const docs = "https://hire.lever.co/developer/documentation"

/** A chapter of Lever's documentation. */
export const chapter = (anchor: string): string => `${docs}#${anchor}`
