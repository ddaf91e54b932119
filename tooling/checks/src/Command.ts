import { spawn } from "node:child_process"
import path from "node:path"
import { root } from "./Repository.ts"

/** What a command did. */
export interface Result {
  readonly ok: boolean
  /** Its stdout and stderr as they came. */
  readonly output: string
}

/** Where a command runs, and whether its output is shown as it comes. */
export interface Options {
  /** Default: the repository's root. */
  readonly cwd?: string
  /** Default false: the output is only kept. */
  readonly show?: boolean
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>
}

const bin = path.join(root, "node_modules", ".bin")

/** Runs a command, with the repository's own Node and tools first on PATH. */
export const command = (
  program: string,
  args: ReadonlyArray<string>,
  { cwd = root, env = {}, show = false }: Options = {}
): Promise<Result> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env, PATH: `${bin}${path.delimiter}${env["PATH"] ?? process.env["PATH"] ?? ""}` },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32"
    })
    const chunks: Array<Buffer> = []
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      if (show) process.stdout.write(chunk)
    }
    child.stdout.on("data", take)
    child.stderr.on("data", take)
    child.on("error", (error) => resolve({ ok: false, output: `${program}: ${error.message}` }))
    child.on("close", (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }))
  })
