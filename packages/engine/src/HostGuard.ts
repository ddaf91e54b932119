/**
 * Where a connector's requests may go: the hosts that its provider declares, and those that its operator named.
 */
import type * as Provider from "@crosswalk/core/Provider"
import { Refused } from "@crosswalk/core/ProviderError"
import { Result } from "effect"

/** Values for `{name}` placeholders. */
export type Values = Readonly<Record<string, string>>

/** Says of an address whether it may be asked: null when it may, otherwise why not. */
export type HostGuard = (url: URL) => string | null

const placeholder = /\{(\w+)\}/g
const hostText = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i

/** An address that requests can go to, or that tokens come from. Fails with `Refused` when it is none. */
export const parse = (text: string): Result.Result<URL, Refused> => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.username === "" &&
    url.password === ""
    ? Result.succeed(url)
    : Result.fail(
        new Refused({ detail: "the base URL or token URL is no http or https address without user name; correct it" })
      )
}

const refuse = (detail: string): Result.Result<never, Refused> => Result.fail(new Refused({ detail }))

/** The part of a URL template that names the host, and where it ends. */
const authorityOf = (template: string): { readonly text: string; readonly end: number } => {
  const start = template.indexOf("://") + 3
  const slash = template.indexOf("/", start)
  const end = slash === -1 ? template.length : slash
  return { text: template.slice(start, end), end }
}

/**
 * Fills a declared URL's placeholders. In a path a value is percent-encoded; in a host name only letters, digits,
 * dots and hyphens are taken, so that no value leads to another host than the declaration shows.
 */
export const expand = (template: string, values: Values): Result.Result<URL, Refused> => {
  const authority = authorityOf(template)
  for (const [, name = ""] of template.matchAll(placeholder)) {
    if (!Object.hasOwn(values, name)) return refuse(`the credential "${name}" is missing; connect with it`)
  }
  for (const [, name = ""] of authority.text.matchAll(placeholder)) {
    if (!hostText.test(values[name] ?? "")) {
      return refuse(
        `the credential "${name}" must be a host name or a part of one, without https:// and without a path`
      )
    }
  }
  const host = template.slice(0, authority.end).replaceAll(placeholder, (_, name: string) => values[name] ?? "")
  const path = template
    .slice(authority.end)
    .replaceAll(placeholder, (_, name: string) => encodeURIComponent((values[name] ?? "").toWellFormed()))
  return parse(host + path)
}

/** Whether a declared URL shows its host well enough to allow whatever its placeholders give: all of it, or a domain. */
const showsDomain = (template: string): boolean => {
  const { text } = authorityOf(template)
  const last = text.lastIndexOf("}")
  return last === -1 || /^(\.[a-z0-9-]+){2,}$/i.test(text.slice(last + 1))
}

const matches = (pattern: string, hostname: string): boolean =>
  pattern.startsWith("*.") ? hostname.endsWith(pattern.slice(1).toLowerCase()) : hostname === pattern.toLowerCase()

/** An address without an ending that its vendor's API is not below. */
const withoutStray = ({ strayPaths }: Provider.Provider, url: URL): URL => {
  const path = url.pathname.replace(/\/+$/, "")
  const stray = strayPaths.find((ending) => path.toLowerCase().endsWith(ending))
  return stray === undefined ? url : new URL(path.slice(0, -stray.length), url.origin)
}

/** The base URL of a connector: the provider's first, another of its names, or an address that the operator gave. */
export const resolveBase = (
  provider: Provider.Provider,
  chosen: string | null,
  values: Values
): Result.Result<{ readonly url: URL; readonly isExplicit: boolean }, Refused> => {
  const names = Object.keys(provider.baseUrls)
  const name = chosen ?? names[0] ?? ""
  const template = Object.hasOwn(provider.baseUrls, name) ? provider.baseUrls[name] : undefined
  if (template !== undefined) return Result.map(expand(template, values), (url) => ({ url, isExplicit: false }))
  return URL.canParse(name)
    ? Result.map(parse(name), (url) => ({ url: withoutStray(provider, url), isExplicit: true }))
    : refuse(`"${name}" is no base URL of ${provider.id}; choose ${names.join(", ")} or give an address`)
}

/**
 * The guard of a connector. Declared hosts are asked over https on its ordinary port only; `explicit` addresses, which
 * the operator gave, with the very scheme, host and port given.
 */
export const make = (provider: Provider.Provider, explicit: ReadonlyArray<URL>, values: Values): HostGuard => {
  const origins = new Set(explicit.map((url) => url.origin))
  const tokenUrls = provider.auth.flatMap((auth) => (auth.method === "oauth2" ? [auth.tokenUrl] : []))
  for (const template of [...Object.values(provider.baseUrls), ...tokenUrls]) {
    const url = showsDomain(template) ? expand(template, values) : null
    if (url !== null && Result.isSuccess(url)) origins.add(url.success.origin)
  }
  return (url) => {
    if (url.username !== "" || url.password !== "") return "the address holds a user name"
    if (origins.has(url.origin)) return null
    const isDeclared =
      url.protocol === "https:" && url.port === "" && provider.hosts.some((pattern) => matches(pattern, url.hostname))
    return isDeclared ? null : `${url.origin} is not among the hosts that ${provider.id} declares`
  }
}
