/** Modules that are run in a process of their own, so that nothing measured before them counts. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

/** What a module tells by its first message; `module` is its address, `flags` are those of node. */
export const told = async (
  module: URL,
  args: ReadonlyArray<string>,
  flags: ReadonlyArray<string> = []
): Promise<unknown> => {
  const child = fork(fileURLToPath(module), args, { execArgv: [...flags] })
  const broken = once(child, "exit").then(([code]) =>
    Promise.reject(new Error(`${module.pathname} ended with ${code}`))
  )
  const [message] = await Promise.race([once(child, "message"), broken])
  return message
}

/** A server that tells its port by its first message, and how to stop it. It ends by itself with this process. */
export const serve = async (module: URL, args: ReadonlyArray<string>) => {
  const child = fork(fileURLToPath(module), [...args])
  const [port] = await once(child, "message")
  return {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    /** Asks for what the server counted since the last question. */
    ask: async (): Promise<unknown> => {
      child.send("count")
      const [message] = await once(child, "message")
      return message
    },
    /** Ends it, and waits until it is gone. */
    stop: async () => {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit")
    }
  }
}
