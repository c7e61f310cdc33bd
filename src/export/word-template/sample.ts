import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from "docx";
import { pageSize } from "../paper/word/look.ts";
import { packedFiles } from "../paper/word/packed-files.ts";
import { corePropertiesOf } from "../paper/word/properties.ts";
import { archived, steady } from "../paper/word/steady.ts";

/** Types that Windows has on every office desk. */
const serif = typed("游明朝");
const gothic = typed("BIZ UDPゴシック");
const margins = { top: 1_701, bottom: 1_418, left: 1_418, right: 1_418, header: 851, footer: 567 };
const page = { size: pageSize, margin: margins };

function typed(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** A template to begin from (ひな形の見本): a cover, a head and a foot, and the place of the paper. */
export function sampleTemplate(): Uint8Array<ArrayBuffer> {
  const document = new Document({
    title: "計画書のひな形（見本）",
    styles: {
      default: {
        document: {
          run: { font: serif, size: 21, language: { value: "ja-JP", eastAsia: "ja-JP" } },
          paragraph: { spacing: { line: 320, after: 80 } },
        },
        title: { run: { font: gothic, size: 56, bold: true } },
        heading1: heading(36, {
          border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: "1F3864", space: 4 } },
        }),
        heading2: heading(28),
        heading3: heading(24),
        heading4: heading(28),
        heading5: heading(22),
        heading6: heading(21),
      },
    },
    sections: [
      { properties: { page }, children: cover() },
      {
        properties: { page, type: SectionType.NEXT_PAGE },
        headers: { default: new Header({ children: [line("{{計画名}}　{{版名}}　{{印}}", small)] }) },
        footers: { default: foot() },
        children: [new Paragraph({ children: [new TextRun("{{本文}}")] })],
      },
    ],
  });
  const facts = { title: "計画書のひな形（見本）", city: "", version: "見本", madeOn: "2026-04-01" };
  return archived(steady(packedFiles(document, [{ path: "docProps/core.xml", data: corePropertiesOf(facts) }])));
}

function heading(size: number, paragraph: object = {}) {
  return {
    run: { font: gothic, size, bold: true, color: "1F3864" },
    paragraph: { keepNext: true, spacing: { before: 240, after: 120 }, ...paragraph },
  };
}

const small: IRunOptions = { size: 17, color: "595959" };

function line(text: string, look: IRunOptions = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, children: [new TextRun({ ...look, text })] });
}

function cover(): Paragraph[] {
  const edge = { style: BorderStyle.DASHED, size: 8, color: "B3261E", space: 6 };
  const note =
    "見本　市の書式に合わせて直し、この枠を消してから登録してください。波かっこで二重に囲んだ言葉は、計画書をつくるときに置き換わります。";
  return [
    line(
      note,
      { font: gothic, size: 19, color: "B3261E" },
      { border: { top: edge, bottom: edge, left: edge, right: edge } },
    ),
    line("{{市名}}", { font: gothic, size: 32 }, { spacing: { before: 2_400, after: 200 } }),
    line("{{計画名}}", {}, { style: "Title" }),
    line("{{版名}}　{{版番号}}", { size: 28 }, { spacing: { before: 300 } }),
    line("{{印}}", { font: gothic, size: 28, bold: true, color: "B3261E" }, { spacing: { after: 4_800 } }),
    line("{{日付}}", { size: 24 }),
    line("{{市名}}　{{作成課}}", { size: 24 }),
  ];
}

function foot(): Footer {
  const words = new TextRun({ ...small, text: "{{市名}}　{{日付}}　　" });
  const number = new TextRun({ ...small, children: [PageNumber.CURRENT] });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [words, number] })] });
}
