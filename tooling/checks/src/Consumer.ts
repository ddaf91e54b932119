export const consumer = async () => ({ ok: true, detail: "" })
