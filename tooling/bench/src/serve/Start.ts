/** How long the command takes from its start to its first answer. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import type { Subject } from "./Subjects.ts"

const command = fileURLToPath(new URL("../../../../packages/cli/src/main.ts", import.meta.url))

/** Seconds from the start of `crosswalk serve` over a data folder until it has answered a list, its engine at work beside it. */
export const measured = async (folder: string, key: string, { headers, url }: Subject): Promise<number> => {
  const began = performance.now()
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--data", folder], {
    env: { ...process.env, CROSSWALK_ENCRYPTION_KEY: key },
    stdio: ["ignore", "ignore", "pipe"]
  })
  const ended = once(child, "exit")
  for await (const line of createInterface(child.stderr)) {
    const address = /Serving at (\S+?)\. /.exec(line)?.[1]
    if (address === undefined) continue
    const { pathname, search } = new URL(url)
    const response = await fetch(`${address}${pathname}${search}`, { headers })
    if (!response.ok) throw new Error(`The first answer was ${response.status}: ${await response.text()}`)
    await response.text()
    const seconds = (performance.now() - began) / 1000
    child.kill()
    await ended
    return seconds
  }
  throw new Error("The command ended before it served.")
}
