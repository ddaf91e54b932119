/** Where UKG describes what UKG Pro sends; the pages of single lists have no lasting addresses. */
export const docs = "https://developer.ukg.com/hcm"
