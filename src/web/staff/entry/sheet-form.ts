import { emptyEntry, paperWays, type PaperSheet, type SheetWords } from "#domain/voices/index.ts";
import { parseJapaneseDay } from "#kernel/japanese-day.ts";
import { text, texts } from "#web/visit.ts";

/** What was typed of a paper. A day that cannot be read stays as it was typed, for the rule to refuse. */
export function sheetWordsIn(form: FormData): SheetWords {
  const typed = (name: string) => text(form, name);
  const wishes = texts(form, "wishes");
  return {
    entry: {
      ...emptyEntry,
      text: typed("text"),
      place: typed("place"),
      senderKind: typed("senderKind"),
      ageBand: typed("ageBand"),
      districtId: typed("districtId") || null,
      wishesReply: wishes.includes("reply"),
      wishesPublication: wishes.includes("publication"),
      sender: {
        name: typed("name"),
        organisation: typed("organisation"),
        address: typed("address"),
        phone: typed("phone"),
        email: typed("email"),
      },
    },
    way: paperWays.find((way) => way === typed("way")) ?? "post",
    receivedOn: parseJapaneseDay(typed("receivedOn")) ?? typed("receivedOn"),
  };
}

/** The next form: empty, but with what repeats from paper to paper as the last one had it. */
export function nextWords(sheets: readonly PaperSheet[], personId: string | null, today: string): SheetWords {
  const last = sheets.findLast(({ enteredBy }) => enteredBy === personId) ?? sheets.at(-1);
  if (!last) return { entry: emptyEntry, way: "post", receivedOn: today };
  const { senderKind, wishesReply, wishesPublication } = last.entry;
  return {
    entry: { ...emptyEntry, senderKind, wishesReply, wishesPublication },
    way: last.way,
    receivedOn: last.receivedOn,
  };
}
