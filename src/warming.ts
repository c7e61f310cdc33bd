import type { App } from "#web/app.ts";

const frequented = ["/", "/plan", "/sdgs", "/indicators"];

/**
 * Asks for the public pages that are opened most, city by city, as soon as the server listens: they are then in memory, and code
 * and connections that were never used do not keep the first visitor waiting.
 * @param addresses scheme and host of each city, as its citizens write them
 */
export async function warmUp(app: App, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const headers = { host: new URL(address).host, "accept-encoding": "br" };
    for (const path of frequented) await app.request(`${address}${path}`, { headers });
  }
}
