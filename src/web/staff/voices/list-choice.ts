import { channels, voiceOrders, voiceStates, ways, type VoiceFilter, type VoiceOrder } from "#domain/voices/index.ts";
import { isId } from "#kernel/id.ts";

/** What the list shows, as the address says it; what was not understood is left out. */
export interface ListChoice {
  readonly filter: VoiceFilter;
  readonly order: VoiceOrder;
  readonly after: number | undefined;
}

export function listChoice(query: URLSearchParams): ListChoice {
  const one = <T extends string>(name: string, of: readonly T[]) => of.find((each) => each === query.get(name));
  const id = (name: string) => {
    const value = query.get(name) ?? "";
    return isId(value) ? value : undefined;
  };
  const after = Number(query.get("after") ?? "");
  const wish = query.get("wish");
  const shown = query.get("shown");
  return {
    filter: {
      occasionId: id("occasion"),
      districtId: id("district"),
      channel: one("channel", channels),
      way: one("way", ways),
      state: one("state", voiceStates),
      words: query.get("q") ?? "",
      wishesReply: wish === "reply" ? true : undefined,
      wishesPublication: wish === "private" ? false : undefined,
      isHidden: shown === "hidden" ? true : shown === "shown" ? false : undefined,
    },
    order: one("sort", voiceOrders) ?? "newest",
    after: Number.isInteger(after) && after > 0 ? after : undefined,
  };
}

/** The same choice in an address, with one thing changed and the place in the list forgotten. */
export function listAddress(
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string>> = {},
): string {
  const next = new URLSearchParams(
    [...query].filter(([name, value]) => value !== "" && name !== "after" && name !== "notice"),
  );
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") next.delete(name);
    else next.set(name, value);
  }
  return next.size > 0 ? `${path}?${next}` : path;
}
