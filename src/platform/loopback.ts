/** Whether a host name means this very machine, so that nothing travels over a network. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replaceAll(/[[\]]/g, "").toLowerCase();
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}
