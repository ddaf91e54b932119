// From the output of a failed installation to one sentence that says what to try.

/** The first whose pattern is found explains the failure; the more certain a sign, the earlier it stands. */
const signs = [
  {
    pattern: /ENOSPC|no space left on device/i,
    sentence: "the disk is full. Try: free about 1 GB where this folder and your home folder lie, then run it again."
  },
  {
    pattern:
      /ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_LOCKFILE_CONFIG_MISMATCH|broken lockfile|cannot install with "?frozen-lockfile/i,
    sentence:
      "pnpm-lock.yaml does not fit the package.json files. Try: `npx pnpm@12 install`, and commit the lockfile it writes."
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|getaddrinfo|dns error|name resolution/i,
    sentence:
      "the package registry's name cannot be resolved. Try: check that this machine is online; behind a proxy, set HTTPS_PROXY."
  },
  {
    pattern:
      /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|error sending request|connection refused|timed? ?out/i,
    sentence:
      "the package registry cannot be reached. Try: `npm ping`; look at `npm config get registry`; behind a proxy, set HTTPS_PROXY."
  },
  {
    pattern: /CERT_|self.signed certificate|unable to (get|verify).*certificate/i,
    sentence:
      "the registry's certificate is not trusted. Try: set NODE_EXTRA_CA_CERTS to your organisation's certificate."
  },
  {
    pattern: /\bE?40[13]\b|ERR_PNPM_FETCH_40[13]/,
    sentence: "the package registry refused access. Try: `npm login`, or look at the registry and token in your .npmrc."
  },
  {
    pattern: /ERR_PNPM_FETCH_404|ERR_PNPM_NO_MATCHING_VERSION|ETARGET|E404|no matching version/i,
    sentence:
      "the package registry lacks a package that is needed, named above. Try: another registry (`npm config set registry`); a mirror may lag behind."
  },
  {
    pattern: /EACCES|EPERM|permission denied/i,
    sentence: "a file may not be written, named above. Try: look at who owns this folder and ~/.npm."
  },
  {
    pattern: /spawn npx|npx: not found|npx: command not found/i,
    sentence: "npx was not found. Try: install npm, which brings it (`npx --version` should answer)."
  },
  {
    pattern: /node_modules.node.bin.node/,
    sentence:
      "the npm package `node` did not bring its program for this platform. Try: delete node_modules and run it again; if it stays, report the platform."
  }
]

/**
 * What went wrong and what to try, in one or two sentences.
 *
 * @param {string} output what the failed command printed
 * @returns {string}
 */
export const explain = (output) => {
  // pnpm breaks its sentences to fit the terminal.
  const text = output.replace(/\s+/g, " ")
  return (
    signs.find(({ pattern }) => pattern.test(text))?.sentence ??
    "the output above says why. Try: delete node_modules and run it again."
  )
}
