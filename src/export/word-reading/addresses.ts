import { ownSite } from "./carried.ts";

/** Names of the properties that say addresses which a program may write otherwise. */
const addressNote = /^link_\d+$/;

/** The address that was meant, for one as a program wrote it. */
export function addressIn(written: string, notes: ReadonlyMap<string, string>): string {
  const address = written.startsWith(`${ownSite}/`) ? written.slice(ownSite.length) : written;
  const ours = [...notes].flatMap(([name, note]) => (addressNote.test(name) ? addressOf(note) : []));
  if (ours.includes(address)) return address;
  return ours.find((each) => plainAddress(each) === plainAddress(address)) ?? address;
}

function addressOf(note: string): string[] {
  try {
    const read: unknown = JSON.parse(note);
    return typeof read === "string" ? [read] : [];
  } catch {
    return [];
  }
}

/** An address as LibreOffice writes it: a host with its path, signs in place of their codes. */
function plainAddress(address: string): string {
  try {
    return decodeURIComponent(new URL(address, ownSite).href);
  } catch {
    return address;
  }
}
