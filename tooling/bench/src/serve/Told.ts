/** What a server of this bench tells whoever started it: its port, and when asked the processor time it has used. */

/** Tells the port; from then on answers each question with the milliseconds that all threads of this process have worked. */
export const ready = (port: number): void => {
  process.on("message", () => {
    const { system, user } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  })
  // Nobody is left to stop it once whoever started it is gone.
  process.on("disconnect", () => process.exit())
  process.send?.(port)
}
