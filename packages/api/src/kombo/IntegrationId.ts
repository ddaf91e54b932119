/** How this dialect names a connector: its tool and our id in 24 characters, `lever:26vafvWSRmbhNcxJYqjCzuJg`. */
import * as Id from "@crosswalk/core/Id"
import type { ConnectorName } from "../Dialect.ts"

/** The tool of a provider: its id without hyphens. */
export const tool = (provider: string): string => provider.toLowerCase().replaceAll("-", "")

/** The name of a connector. */
export const write = (provider: string, connector: string): string => `${tool(provider)}:${Id.toShort(connector)}`

/** The connector of a name, whose tool may be written with hyphens; null when the text is no such name. */
export const read = (text: string): ConnectorName | null => {
  const at = text.indexOf(":")
  const id = at < 1 ? null : Id.fromShort(text.slice(at + 1))
  const named = tool(text.slice(0, at))
  return id === null ? null : { _tag: "IdAt", id, isProvider: (provider) => tool(provider) === named }
}
