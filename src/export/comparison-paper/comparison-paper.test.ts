import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { sampleComparison, sameVersions } from "../../../test/support/comparison.ts";
import type { RuledTable, Run } from "../paper/paper.ts";
import { written } from "../written.ts";
import { comparisonPaper } from "./comparison-paper.ts";
import { comparisonWorkbook } from "./comparison-workbook.ts";
import type { ComparisonTable } from "./comparison-table.ts";

function tableOf(table: ComparisonTable): RuledTable {
  const found = comparisonPaper(table).parts[0]?.blocks.find((block) => block.kind === "ruledTable");
  if (found?.kind !== "ruledTable") throw new Error("no table");
  return found;
}

/** Underlined words in brackets. */
function words(runs: readonly Run[] = []): string {
  return runs.map(({ text, isUnderlined }) => (isUnderlined ? `【${text}】` : text)).join("");
}

function rowsAt(place: string, table = sampleComparison()): string[] {
  const group = tableOf(table).groups.find(({ title }) => title.includes(place));
  return (group?.rows ?? []).map(([left, right]) => `${words(left)} ｜ ${words(right)}`);
}

describe("the comparison table on paper", () => {
  it("has the heads that offices know, and underlines what changed on both sides", () => {
    expect(tableOf(sampleComparison()).columns.map(({ heading }) => heading)).toEqual([
      "改正後（新）　素案",
      "改正前（旧）　骨子案",
      "備考",
    ]);
    expect(rowsAt("施策1-1")).toEqual([
      "子どもを産み育てる家庭への支援を【、地域の人たちとともに】進めます。 ｜ 子どもを産み育てる家庭への支援を進めます。",
      "ア　相談の窓口を市役所【と各地区の公民館】に置きます。 ｜ ア　相談の窓口を市役所に置きます。",
      "イ　【病気の子どもを預かる保育を始めます。】 ｜ （新設）",
      "ウ　放課後の居場所を、学校と地域の施設に設けます。 ｜ イ　放課後の居場所を、学校と地域の施設に設けます。",
      "保育所の待機児童数 ｜ 【10】人 ｜ 0人 ｜ 保育所の待機児童数 ｜ 【8】人 ｜ 0人",
    ]);
    expect(rowsAt("施策1-2")[1]).toBe("（削除） ｜ 【公園の樹木は、原則として毎年剪定します。】");
  });

  it("has the new text on the side on which the city is used to it", () => {
    const reversed = sampleComparison({ orientation: "newRight" });
    expect(tableOf(reversed).columns[0]?.heading).toBe("改正前（旧）　骨子案");
    expect(rowsAt("施策1-2", reversed)[1]).toBe("【公園の樹木は、原則として毎年剪定します。】 ｜ （削除）");
  });

  it("says which documents it compares, with their days and hashes, and that there is no difference where there is none", () => {
    const text = JSON.stringify(comparisonPaper(sampleComparison()));
    expect(text).toContain(`みほん市総合計画　素案（令和8年10月1日）\\n内容のSHA-256　${"b".repeat(64)}`);
    expect(text).toContain("変更3・追加1・削除1・移動1・分割1・番号の変更1・表記のみ1");
    expect(JSON.stringify(comparisonPaper(sameVersions()))).toContain("二つの文書に、違うところはありません。");
  });

  it("lies on its long side in Word, repeats its head, and gives the same bytes each time", async () => {
    const writing = { form: "word", paper: comparisonPaper(sampleComparison()) } as const;
    const { bytes } = await written(writing);
    const document = Buffer.from(unzipSync(bytes)["word/document.xml"] ?? []).toString();
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document).toMatch(/<w:u w:val="single"\/>(?:(?!<\/w:r>).)*と各地区の公民館/);
    expect(Buffer.from((await written(writing)).bytes).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);

  it("is a tagged PDF of the same bytes each time, on pages that lie on their long side", async () => {
    const writing = { form: "pdf", paper: comparisonPaper(sampleComparison()) } as const;
    const { bytes, missingSigns } = await written(writing);
    expect(missingSigns).toBe("");
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/);
    expect(Buffer.from((await written(writing)).bytes).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);

  it("is a sheet of Excel with underlined words in its cells, high enough for them, on landscape A4", async () => {
    const { bytes } = await written({ form: "excel", workbook: comparisonWorkbook(sampleComparison()) });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer);
    const [page, compared] = book.worksheets;
    expect(page?.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, printTitlesRow: "1:1" });
    const cell = page?.getCell("C4"); // below the head and （略）, the second row of 1-1
    const pieces = (cell?.value as ExcelJS.CellRichTextValue | undefined)?.richText ?? [];
    expect(pieces.filter(({ font }) => font?.underline).map(({ text }) => text)).toEqual(["と各地区の公民館"]);
    expect(page?.getRow(4).height).toBeGreaterThan(30); // three lines of remarks
    expect(compared?.getCell("B4").value).toBe("b".repeat(64));
  });
});
