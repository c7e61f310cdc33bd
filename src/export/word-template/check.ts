import type { TemplateReport } from "#domain/plan/index.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { WordRefused } from "../word-reading/refusals.ts";
import { allOf, childOf, elementsIn, type XmlElement } from "../word-reading/xml.ts";
import { numbersItself } from "./numbering.ts";
import { rootOf, rootOfKind } from "./parts.ts";
import { placeName } from "./places.ts";
import { bodyName, isPlaceholderName, namesIn, placeholderNames } from "./placeholders.ts";
import { stylesByName, stylesFound } from "./styles.ts";
import { templateOf, type Template } from "./template.ts";

/** Looks at an uploaded template here and now; `checkTemplateFile` does it in a worker. */
export function checkTemplate(bytes: Uint8Array): Result<TemplateReport> {
  try {
    return accept(reportOf(templateOf(bytes)));
  } catch (error) {
    if (error instanceof WordRefused) return refuse(error.refusal);
    throw error;
  }
}

const longest = 100;

function reportOf(template: Template): TemplateReport {
  const named = placedNames(template);
  const placesOf = (word: string) => named.flatMap(({ name, place }) => (name === word ? [place] : []));
  return {
    words: [bodyName, ...placeholderNames].map((name) => ({ name, places: placesOf(name).slice(0, longest) })),
    unknown: named.filter(({ name }) => name !== bodyName && !isPlaceholderName(name)).slice(0, longest),
    styles: stylesFound(rootOfKind(template.parts, template.path, "styles")),
    hasCover: template.hasCover,
    hasContents: template.hasContents,
    notes: notesOn(
      template,
      named.map(({ name }) => name),
    ),
  };
}

function placedNames({ parts, path, root, pages }: Template): { name: string; place: string }[] {
  return pages.flatMap((page) => {
    const part = page === path ? root : rootOf(parts, page);
    return [...(part ? allOf(part, "w:p") : [])].flatMap((paragraph, index) =>
      namesIn(paragraph).map((name) => ({ name, place: placeName(page, index + 1, paragraph) })),
    );
  });
}

/** What the clerk should know or settle before the template is used. */
function notesOn(template: Template, names: readonly string[]): string[] {
  const { parts, path, root, pages } = template;
  const has = (...elements: readonly string[]) => elements.some((name) => !allOf(root, name).next().done);
  const settings = rootOfKind(parts, path, "settings");
  const isSet = (name: string) => childOf(settings, name) !== undefined;
  const notes: readonly (readonly [boolean, string])[] = [
    [pages.length === 1, "ヘッダーもフッターもありません。ページ番号は出ません。"],
    [
      pages.length > 1 && !names.includes("印"),
      "「{{印}}」がありません。「未確定」「見本」の印は、ヘッダーの下に自動で入れます。",
    ],
    [
      has("w:ins", "w:del", "w:moveFrom", "w:moveTo"),
      "変更履歴が残っています。承諾するか元に戻してから使うと安全です。",
    ],
    [has("w:commentReference"), "コメントが残っています。コメントと書いた人の名前は、作った文書にもそのまま入ります。"],
    [isSet("w:documentProtection"), "編集の制限がかかっています。作った文書も同じ制限になります。"],
    [isSet("w:trackRevisions"), "変更履歴の記録がオンです。作った文書でも、直すと履歴が残ります。"],
    [
      numbersHeadings(template),
      "見出しの書式に番号が付いています。計画書の見出しは番号を文字で書くので、書式の番号は付けません。",
    ],
    [
      severalColumns(template.section),
      "{{本文}}のあるページが段組みです。計画書の表も、段の幅に合わせて細くなります。",
    ],
  ];
  return notes.filter(([isSo]) => isSo).map(([, words]) => words);
}

function numbersHeadings({ parts, path }: Template): boolean {
  const known = stylesByName(rootOfKind(parts, path, "styles"));
  const lists = rootOfKind(parts, path, "numbering");
  return [1, 2, 3, 4, 5, 6].some((level) => numbersItself(known.get(`paragraph heading ${level}`), lists));
}

function severalColumns(section: XmlElement | undefined): boolean {
  const columns = section && elementsIn(section).find(({ name }) => name === "w:cols");
  return Number(columns?.attributes["w:num"] ?? 1) > 1;
}
