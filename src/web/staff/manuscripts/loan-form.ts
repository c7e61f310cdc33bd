import { sectionTextsSchema, textKeysOf, type Section, type SectionTexts } from "#domain/documents/index.ts";
import { emptyRichText, richTextSchema, type RichText } from "#kernel/rich-text.ts";
import { legibleJson } from "#kernel/legible.ts";
import { faultWords, notationOf, richOf } from "#kernel/rich-notation.ts";
import type { Refusal } from "#kernel/result.ts";
import { textLabel } from "./words.ts";

/** What a form says of a loan's texts, and what of it could not be read. */
export interface EnteredTexts {
  readonly texts: SectionTexts;
  /** The lines of the fields that were sent, as they were typed. */
  readonly typed: Readonly<Record<string, string>>;
  readonly fault: Refusal | undefined;
}

/**
 * The texts that a form sends: as JSON from the editor (「body.json」), as lines in the plain notation without script (「body」). What
 * does not come stays as it is; lines that were not touched keep the text to its last mark.
 */
export function textsInForm(form: FormData, section: Pick<Section, "nodeId">, before: SectionTexts): EnteredTexts {
  const texts: Record<string, RichText> = { ...before };
  const typed: Record<string, string> = {};
  const faults: Record<string, string> = {};
  for (const key of textKeysOf(section)) {
    const sent = form.get(`${key}.json`);
    if (typeof sent === "string") {
      const read = parsed(sent);
      if (read) texts[key] = read;
      else
        faults[key] =
          `${textLabel(key)}に、使えない書式が含まれています。文字だけを貼り付けて、もう一度保存してください。`;
    } else if (form.has(key)) {
      typed[key] = lineEnds(form.get(key));
      const read = richOf(typed[key]);
      if (read.faults.length > 0) faults[key] = `${textLabel(key)}：${faultWords(read.faults)}`;
      else if (typed[key] !== notationOf(before[key] ?? emptyRichText)) texts[key] = read.rich;
    }
  }
  return { texts: sectionTextsSchema.parse(texts), typed, fault: faultOf(faults) };
}

function parsed(sent: string): RichText | undefined {
  try {
    const read = richTextSchema.safeParse(legibleJson(sent));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function faultOf(faults: Readonly<Record<string, string>>): Refusal | undefined {
  const [message] = Object.values(faults);
  if (message === undefined) return undefined;
  return {
    code: "unreadable",
    message: "読めないところがあるため、保存していません。",
    remedy: "示したところを直して、もう一度保存してください。",
    fields: faults,
  };
}

/** Browsers send a text area's lines with CR LF. */
function lineEnds(sent: FormDataEntryValue | null): string {
  return typeof sent === "string" ? sent.replaceAll("\r\n", "\n") : "";
}
