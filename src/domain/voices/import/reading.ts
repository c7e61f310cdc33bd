import { isDay } from "#kernel/day.ts";
import { folded } from "#kernel/folding.ts";
import { cellText, columnLetters, type Sheet, type SheetRow } from "#kernel/sheet.ts";
import type { Way } from "../channel.ts";
import { entryFault } from "../entry-fault.ts";
import { keptText, likenessOf, type VoiceEntry } from "../voice.ts";
import { headsOf, type ColumnRole } from "./columns.ts";
import { Asker, blank, makeNew, type Question, type QuestionKind } from "./questions.ts";
import type { ImportSettings } from "./voice-import.ts";
import { isDamaged, saidAge, saidDay, saidKind, saidWay, saidWish, saysNothing, type Said } from "./words.ts";

/** A voice as a file says it. */
export interface ReadVoice {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly column: string;
  readonly ownNumber: string;
  readonly way: Way;
  readonly receivedOn: string;
  /** A district that is to be made; null where there is none, or it is known. */
  readonly newDistrict: string | null;
  readonly entry: VoiceEntry;
}

/** A cell of which the clerk is told: it cannot be taken, is left out, or is taken as it is. */
export interface Remark {
  readonly kind: "fault" | "leftOut" | "repeated";
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** Everything that a file says. */
export interface Reading {
  readonly voices: readonly ReadVoice[];
  readonly remarks: readonly Remark[];
  readonly questions: readonly Question[];
  /** Rows below the heads. */
  readonly rows: number;
}

export interface ReadingInput {
  readonly sheet: Sheet;
  readonly settings: ImportSettings;
  readonly districts: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
}

/** Reads a table of voices: one row a sender, one or several columns of text. */
export function readVoices(input: ReadingInput): Reading {
  return new VoiceReader(input).read();
}

interface Text {
  readonly index: number;
  readonly head: string;
  readonly words: string;
}

/** What a row says of its sender, whichever of its texts. */
type RowFacts = Omit<ReadVoice, "column" | "row">;

/** A cell, counted from 0, and what stands there. */
interface Place {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

type RemarkWords = Pick<Remark, "message" | "remedy">;

const shownLetters = 200;

class VoiceReader {
  readonly #input: ReadingInput;
  readonly #heads: readonly string[];
  readonly #asker: Asker;
  readonly #voices: ReadVoice[] = [];
  readonly #remarks: Remark[] = [];
  readonly #places = new Map<ColumnRole, number>();
  readonly #texts: readonly number[];
  readonly #districts: ReadonlyMap<string, string>;
  readonly #numbers = new Map<string, number>();
  readonly #likenesses = new Map<string, number>();

  constructor(input: ReadingInput) {
    const { sheet, settings, districts } = input;
    this.#input = input;
    this.#heads = headsOf(sheet, settings.headRow);
    this.#asker = new Asker(settings.answers);
    for (const [index, role] of settings.roles.entries()) if (!this.#places.has(role)) this.#places.set(role, index);
    this.#texts = settings.roles.flatMap((role, index) => (role === "text" ? [index] : []));
    this.#districts = new Map(districts.map(({ id, name }) => [folded(name), id]));
  }

  read(): Reading {
    const { sheet, settings } = this.#input;
    const rows = sheet.rows.slice(settings.headRow + 1);
    for (const [index, cells] of rows.entries()) if (cells.length > 0) this.#row(cells, settings.headRow + 1 + index);
    return {
      voices: this.#voices,
      remarks: this.#remarks,
      questions: this.#asker.questions,
      rows: rows.filter((cells) => cells.length > 0).length,
    };
  }

  #row(cells: SheetRow, row: number): void {
    const before = this.#remarks.length;
    const texts = this.#textsOf(cells, row);
    if (texts.length === 0) return;
    this.#checkCells(cells, row);
    const facts = this.#facts(cells, row);
    if (this.#remarks.slice(before).some(({ kind }) => kind === "fault")) return;
    for (const { index, head, words } of this.#asVoices(texts)) {
      const place = [facts.entry.place, this.#input.settings.texts === "each" && this.#texts.length > 1 ? head : ""];
      const entry = { ...facts.entry, text: words, place: place.filter((each) => each !== "").join("／") };
      this.#keep({ ...facts, entry, row: row + 1, column: columnLetters(index) }, row);
    }
  }

  /** The texts of a row that say something; what says nothing is asked about, and told. */
  #textsOf(cells: SheetRow, row: number): Text[] {
    const written = this.#texts
      .map((index) => ({ index, head: this.#heads[index] ?? "", words: keptText(cellText(cells[index])) }))
      .filter(({ words }) => words !== "");
    if (written.length === 0)
      this.#remark(
        "leftOut",
        { row, column: this.#texts[0] ?? 0, value: "" },
        {
          message: "意見が入っていません。",
          remedy: "取り込みません。",
        },
      );
    return written.filter(({ index, words }) => {
      if (!saysNothing(words) || this.#asker.ask("saysNothing", "", row + 1) === "take") return true;
      this.#remark(
        "leftOut",
        { row, column: index, value: words },
        {
          message: "「特になし」のような、中身のない回答です。",
          remedy: "取り込みません。",
        },
      );
      return false;
    });
  }

  #asVoices(texts: readonly Text[]): readonly Text[] {
    const [first] = texts;
    if (this.#input.settings.texts === "each" || this.#texts.length < 2 || !first) return texts;
    return [{ ...first, words: texts.map(({ head, words }) => `【${head}】\n${words}`).join("\n\n") }];
  }

  #checkCells(cells: SheetRow, row: number): void {
    const { roles } = this.#input.settings;
    if (cells.length > this.#heads.length)
      this.#fault(
        { row, column: this.#heads.length, value: cellText(cells[this.#heads.length]) },
        {
          message: "見出しより多くのセルがあります。",
          remedy: "区切りのコンマや、ずれたセルがないか確かめてください。",
        },
      );
    for (const [index, role] of roles.entries()) {
      const text = cellText(cells[index]);
      if (role !== "ignore" && isDamaged(text))
        this.#fault(
          { row, column: index, value: text },
          {
            message: "文字に直せなかったところ（\uFFFD、〓）があります。",
            remedy: "元のデータで正しい文字に直し、UTF-8で保存し直してください。",
          },
        );
    }
  }

  #facts(cells: SheetRow, row: number): RowFacts {
    const { settings } = this.#input;
    const text = (role: ColumnRole) => this.#text(cells, role);
    const district = this.#district(cells, row);
    return {
      ownNumber: this.#ownNumber(cells, row),
      way: (this.#said(cells, row, "way", saidWay) || settings.way) as Way, // a known way, or one of the choices of its question
      receivedOn: this.#day(cells, row),
      newDistrict: district.made,
      entry: {
        text: "",
        place: text("place"),
        nodeId: null,
        joinsTopicId: null,
        districtId: district.id,
        ageBand: this.#said(cells, row, "ageBand", saidAge),
        senderKind: this.#said(cells, row, "senderKind", saidKind),
        wishesReply: this.#said(cells, row, "wishesReply", saidWish) === "yes",
        wishesPublication: this.#publication(cells, row),
        sender: {
          name: text("name"),
          organisation: text("organisation"),
          address: text("address"),
          phone: text("phone"),
          email: text("email"),
        },
      },
    };
  }

  /** A value as it can be read, or as it was answered; "" while nobody has said. */
  #said(cells: SheetRow, row: number, kind: QuestionKind & ColumnRole, read: (text: string) => Said<string>): string {
    const text = this.#text(cells, kind);
    const said = read(text);
    if (said !== undefined) return said;
    const answer = this.#asker.ask(kind, text, row + 1);
    return answer === undefined || answer === blank ? "" : answer;
  }

  #publication(cells: SheetRow, row: number): boolean {
    const said = this.#said(cells, row, "wishesPublication", saidWish);
    return said === "" ? this.#input.settings.wishesPublication : said === "yes";
  }

  #district(cells: SheetRow, row: number): { readonly id: string | null; readonly made: string | null } {
    const name = this.#text(cells, "district");
    const known = this.#districts.get(folded(name));
    if (name === "" || known) return { id: known ?? null, made: null };
    if (/^(無回答|未回答|不明)$/u.test(name)) return { id: null, made: null };
    const answer = this.#asker.ask("district", name, row + 1);
    if (answer === makeNew) return { id: null, made: name };
    return { id: answer === undefined || answer === blank ? null : answer, made: null };
  }

  #day(cells: SheetRow, row: number): string {
    const index = this.#places.get("receivedOn");
    const day = index === undefined ? "" : saidDay(cells[index]);
    if (day === "") return this.#input.settings.receivedOn;
    if (day !== undefined && isDay(day) && day <= this.#input.today) return day;
    this.#fault(
      { row, column: index ?? 0, value: cellText(cells[index ?? 0]) },
      {
        message: day === undefined ? "日付として読めません。" : "受付日が、今日より後です。",
        remedy: "「令和8年12月3日」「R8.12.3」「2026/12/3」のように直してください。",
      },
    );
    return "";
  }

  #ownNumber(cells: SheetRow, row: number): string {
    const number = this.#text(cells, "ownNumber");
    const before = number === "" ? undefined : this.#numbers.get(number);
    if (before !== undefined)
      this.#fault(
        { row, column: this.#places.get("ownNumber") ?? 0, value: number },
        {
          message: `${before + 1}行目と同じ番号です。`,
          remedy: "同じ回答が二度入っていないか確かめてください。",
        },
      );
    else if (number !== "") this.#numbers.set(number, row);
    return number;
  }

  #keep(voice: ReadVoice, row: number): void {
    const { text } = voice.entry;
    const wrong = entryFault(voice.entry);
    const column = this.#texts.find((index) => columnLetters(index) === voice.column) ?? 0;
    if (wrong) return this.#fault({ row, column, value: text }, { message: wrong.message, remedy: wrong.remedy ?? "" });
    const likeness = likenessOf(text);
    const before = this.#likenesses.get(likeness);
    if (before === undefined) this.#likenesses.set(likeness, row);
    else
      this.#remark(
        "repeated",
        { row, column, value: text },
        {
          message: `${before + 1}行目と同じ文です。`,
          remedy: "そのまま取り込み、同じ文として数えます。",
        },
      );
    this.#voices.push(voice);
  }

  #text(cells: SheetRow, role: ColumnRole): string {
    const index = this.#places.get(role);
    return index === undefined ? "" : cellText(cells[index]);
  }

  #fault(at: Place, words: RemarkWords): void {
    this.#remark("fault", at, words);
  }

  #remark(kind: Remark["kind"], { row, column, value }: Place, words: RemarkWords): void {
    const shown = value.slice(0, shownLetters);
    this.#remarks.push({ kind, row: row + 1, column: columnLetters(column), value: shown, ...words });
  }
}
