import { Client } from "pg";
import { expect, vi } from "vitest";

/** How many statements a piece of work sends to PostgreSQL: unlike seconds, the same on every machine. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(Client.prototype, "query");
  await work();
  const count = sent.mock.calls.length;
  sent.mockRestore();
  expect(count).toBeGreaterThan(0); // else the spy watches another driver
  return count;
}
