import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  bodyPlace,
  handmadeTemplate,
  relation,
  runs,
  templateOfLibreOffice,
} from "../../../test/support/word-templates.ts";
import { checkTemplateFile } from "../template-checker.ts";
import { wordLimits } from "../word-reading/limits.ts";
import { checkTemplate } from "./check.ts";

function reportOf(bytes: Uint8Array) {
  const checked = checkTemplate(bytes);
  if (!checked.ok) throw new Error(checked.refusal.message);
  return checked.value;
}

function refusalOf(bytes: Uint8Array): string {
  const checked = checkTemplate(bytes);
  return checked.ok ? "none" : checked.refusal.code;
}

const placesOf = (bytes: Uint8Array, word: string) => reportOf(bytes).words.find(({ name }) => name === word)?.places;

const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

const headingList = (format: string) =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

describe("the report on a template", () => {
  it("names each word with its places, however Word split it and however wide the braces are", () => {
    const header = runs("{", "{市", "名}}　", "｛｛版", "名　｝｝");
    const bytes = handmadeTemplate({ body: runs("{{計", "画名", "}}") + bodyPlace, header });
    expect(placesOf(bytes, "計画名")).toEqual(["本文の第1段落「{{計画名}}」"]);
    expect(placesOf(bytes, "本文")).toEqual(["本文の第2段落「{{本文}}」"]);
    expect(placesOf(bytes, "市名")).toEqual(["ヘッダーの第1段落「{{市名}}　｛｛版名　｝｝」"]);
    expect(placesOf(bytes, "版名")).toHaveLength(1);
    expect(placesOf(bytes, "日付")).toEqual([]);
    expect(reportOf(bytes).hasCover).toBe(true);
  });

  it("tells an unknown word with its place, also in a table and in a text box", () => {
    const table = `<w:tbl><w:tr><w:tc>${runs("{{課", "名}}")}</w:tc></w:tr></w:tbl>`;
    const box = `<w:p><w:r><w:pict><w:txbxContent>${runs("{{部名}}")}</w:txbxContent></w:pict></w:r></w:p>`;
    expect(reportOf(handmadeTemplate({ body: table + box + bodyPlace })).unknown).toEqual([
      { name: "課名", place: "本文の第1段落「{{課名}}」" },
      { name: "部名", place: "本文の第3段落「{{部名}}」" },
    ]);
  });

  it("does not join words over a tab, and reads no word that was deleted", () => {
    const parted = `<w:p><w:r><w:t>{{市</w:t><w:tab/><w:t>名}}</w:t></w:r><w:del><w:r><w:delText>{{日付}}</w:delText></w:r></w:del></w:p>`;
    const report = reportOf(handmadeTemplate({ body: parted + bodyPlace }));
    expect(report.unknown).toEqual([]);
    expect(report.words.filter(({ places }) => places.length > 0).map(({ name }) => name)).toEqual(["本文"]);
    expect(report.notes.join("")).toContain("変更履歴が残っています");
  });

  it("knows styles by their names, in Japanese too, whatever their ids are", () => {
    const styles =
      style("a", "Normal") + style("1", "heading 1") + style("x2", "見出し ２") + style("toc", "Contents 1");
    const known = reportOf(handmadeTemplate({ body: bodyPlace, styles })).styles.filter(({ as }) => as !== null);
    expect(known.map(({ label, as }) => `${label}=${as}`)).toEqual([
      "標準=Normal",
      "見出し 1=heading 1",
      "見出し 2=見出し ２",
      "目次 1=Contents 1",
    ]);
  });

  it("says that contents of the template's own are kept, and that its headings number themselves", () => {
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TO</w:instrText></w:r><w:r><w:instrText>C \\o "1-3"</w:instrText></w:r></w:p>`;
    const styles = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbered = reportOf(
      handmadeTemplate({ body: contents + bodyPlace, styles, numbering: headingList("decimal") }),
    );
    expect(numbered.hasContents).toBe(true);
    expect(numbered.notes.join("")).toContain("見出しの書式に番号が付いています");
    const plain = reportOf(handmadeTemplate({ body: bodyPlace, styles, numbering: headingList("none") }));
    expect(plain.hasContents).toBe(false);
    expect(plain.notes.join("")).not.toContain("番号が付いています");
  });

  it("is made of a file that LibreOffice saved, in a worker", async () => {
    const checked = await checkTemplateFile(templateOfLibreOffice());
    expect(checked).toMatchObject({ ok: true, value: { hasCover: true, hasContents: false, unknown: [], notes: [] } });
    expect(placesOf(templateOfLibreOffice(), "計画名")).toEqual([
      "本文の第2段落「{{計画名}}」",
      "ヘッダーの第1段落「{{市名}}　{{計画名}}（{…」",
    ]);
  });

  it("takes a Word template (.dotx) as well, and ordinary links to pages", () => {
    const relations = relation("hyperlink", "https://www.city.mihon.example/", true);
    expect(refusalOf(handmadeTemplate({ body: bodyPlace, relations, mainType: "template.main+xml" }))).toBe("none");
  });
});

describe("what can't be a template", () => {
  it("has no place for the paper, several, or one where it can't stand", () => {
    expect(refusalOf(handmadeTemplate({ body: runs("{{計画名}}") }))).toBe("noBody");
    expect(refusalOf(handmadeTemplate({ body: bodyPlace + bodyPlace }))).toBe("severalBodies");
    expect(refusalOf(handmadeTemplate({ body: bodyPlace, header: bodyPlace }))).toBe("severalBodies");
    expect(refusalOf(handmadeTemplate({ body: runs("a"), header: bodyPlace }))).toBe("misplacedBody");
    expect(refusalOf(handmadeTemplate({ body: runs("ここから{{本文}}") }))).toBe("misplacedBody");
    expect(refusalOf(handmadeTemplate({ body: `<w:tbl><w:tr><w:tc>${bodyPlace}</w:tc></w:tr></w:tbl>` }))).toBe(
      "misplacedBody",
    );
  });

  it("is no Word file, an old one, a broken one, too large or one that unpacks too large", () => {
    expect(refusalOf(strToU8("こんにちは"))).toBe("notWord");
    expect(refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe("oldOrLocked");
    expect(refusalOf(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2))).toBe("corruptFile");
    expect(refusalOf(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }))).toBe("notWord");
    expect(refusalOf(new Uint8Array(wordLimits.bytes + 1))).toBe("fileTooLarge");
    const parts = { "word/big.txt": "あ".repeat(3_000_000) }; // 9 MB of one sign pack to some 9 KB: a thousand to one
    expect(refusalOf(handmadeTemplate({ body: bodyPlace, parts }))).toBe("unpacksTooLarge");
    expect(refusalOf(handmadeTemplate({ body: bodyPlace, parts: { "../evil.xml": "<a/>" } }))).toBe("corruptFile");
    const declares = { "word/footnotes.xml": '<!DOCTYPE a [<!ENTITY b "c">]><w:footnotes/>' };
    expect(refusalOf(handmadeTemplate({ body: bodyPlace, parts: declares }))).toBe("corruptFile");
  });

  it("carries macros, data of other programs or links to other files", () => {
    const made = (relations: string, parts = {}) => refusalOf(handmadeTemplate({ body: bodyPlace, relations, parts }));
    const active = "application/vnd.ms-word.document.macroEnabled.main+xml";
    const files = unzipSync(handmadeTemplate({ body: bodyPlace }));
    const types = Buffer.from(files["[Content_Types].xml"] ?? []).toString();
    const docm = types.replace(/application\/[^"]*document\.main\+xml/, active);
    expect(refusalOf(zipSync({ ...files, "[Content_Types].xml": strToU8(docm) }))).toBe("macros");
    expect(made("", { "word/vbaProject.bin": "x" })).toBe("macros");
    expect(made(relation("oleObject", "embeddings/oleObject1.bin"))).toBe("embedded");
    expect(made("", { "word/activeX/activeX1.xml": "<a/>" })).toBe("embedded");
    expect(made(relation("package", "embeddings/sheet.xlsx"))).toBe("embedded");
    expect(made(relation("image", "https://www.example.com/logo.png", true))).toBe("outsideLink");
    expect(made(relation("attachedTemplate", "file:///C:/Normal.dotm", true))).toBe("outsideLink");
    expect(made(relation("hyperlink", "file://server/share", true))).toBe("outsideLink");
  });

  it("fetches something by a field, also when the field is split", () => {
    const field = `<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://example.com/a.png"</w:instrText></w:r></w:p>`;
    expect(refusalOf(handmadeTemplate({ body: field + bodyPlace }))).toBe("outsideLink");
    const simple = `<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\a.exe"/></w:p>`;
    expect(refusalOf(handmadeTemplate({ body: bodyPlace, header: simple }))).toBe("outsideLink");
  });
});
