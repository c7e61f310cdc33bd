import type { Block, Part } from "../../paper/paper.ts";
import type { Manuscript, PlanEdition } from "../edition.ts";
import { imprintPart } from "../imprint-part.ts";
import { plainBlock } from "../rich-blocks.ts";
import { firstParagraph } from "./first-words.ts";

const mostChapters = 6;
const mostSections = 3;

/** How the plan was made and is followed, in the first words of its own chapters, and whom to ask. */
export function courtesyPart(edition: PlanEdition): Part {
  const made = edition.manuscript ? ownWords(edition.manuscript) : [];
  const heading: Block = { kind: "heading", level: 2, text: "お問い合わせ" };
  const imprint = imprintPart(edition).blocks.map((block) => withoutHead(block));
  return { title: "計画のつくり方と進め方", flowsOn: true, blocks: [...made, heading, ...imprint] };
}

const toldInHead = new Set(["計画", "期間", "版", "発行"]);

/** Facts that stand in the head of the short paper are not told again at its end. */
function withoutHead(block: Block): Block {
  return block.kind === "facts" ? { ...block, items: block.items.filter(({ name }) => !toldInHead.has(name)) } : block;
}

/** Each chapter of free text with the first paragraph of it or of its sections. */
function ownWords({ sections }: Manuscript): Block[] {
  const chapters = sections.filter(({ parentId, nodeId }) => parentId === null && nodeId === null);
  return chapters
    .map(({ id, name, body }) => {
      const below = sections.filter(({ parentId }) => parentId === id).slice(0, mostSections);
      const words = [body, ...below.map((section) => section.body)].map((text) => firstParagraph(text)).filter(Boolean);
      return { name, words };
    })
    .filter(({ words }) => words.length > 0)
    .slice(0, mostChapters)
    .flatMap(({ name, words }): Block[] => [
      { kind: "heading", level: 2, text: name },
      ...words.map((line) => plainBlock(line)),
    ]);
}
