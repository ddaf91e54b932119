export const published = async () => ({ ok: true, detail: "" })
