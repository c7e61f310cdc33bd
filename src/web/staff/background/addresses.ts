import { registers, registerShapes, type Register } from "#domain/statistics/index.ts";
import { NotFound } from "#kernel/result.ts";

/** Addresses of the pages on a plan's background, in one place. */
export const addressOf = {
  register: (register: Register) => `/staff/statistics/background/${registerShapes[register].address}`,
  newEntry: (register: Register) => `/staff/statistics/background/${registerShapes[register].address}/new`,
  entry: (register: Register, id: string) =>
    `/staff/statistics/background/${registerShapes[register].address}/entries/${id}`,
} as const;

export const backgroundCrumb = { href: "/staff/statistics", label: "統計と計画の背景" } as const;

/** The register that an address names. @throws NotFound */
export function registerAt(address: string): Register {
  const found = registers.find((register) => registerShapes[register].address === address);
  if (!found) throw new NotFound();
  return found;
}
