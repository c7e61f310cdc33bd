import { Document, SectionType, TableOfContents, type ISectionOptions, type PageNumberEstimator } from "docx";
import { hueOf } from "../hues.ts";
import type { WritingStep } from "../../paper-writer.ts";
import type { Paper } from "../paper.ts";
import { corePropertiesOf } from "./properties.ts";
import { contentsStyles, font, numbering, plain, stylesOf } from "./look.ts";
import { packedFiles } from "./packed-files.ts";
import { pageNumbers } from "./page-numbers.ts";
import { steady } from "./steady.ts";
import { contentsTitle, coverSection, partSections, sectionOf, withRunningHead } from "./pages.ts";

interface Ways {
  /** Works out the page numbers in place of the usual way. */
  readonly estimate?: PageNumberEstimator;
  readonly tell?: (step: WritingStep) => void;
}

/**
 * A paper as a Word file (.docx): real headings, contents with page numbers that Word can renew, charts of Word's own, heads of
 * tables repeated. The same paper gives the same bytes.
 */
export async function wordOf(paper: Paper, { estimate, tell = () => {} }: Ways = {}): Promise<Uint8Array<ArrayBuffer>> {
  const styles = stylesOf(hueOf(0));
  const house = plain(hueOf(0).strong);
  const contentsStyle = {
    id: "ContentsTitle",
    name: "目次の見出し",
    basedOn: "Normal",
    run: { font, size: 40, bold: true, color: house },
    paragraph: { spacing: { after: 240 } },
  };
  const document = new Document({
    ...(showsPages(paper) && { pageNumbers: told(estimate ?? (await pageNumbers()), tell) }),
    title: paper.title,
    subject: paper.version,
    creator: paper.city,
    styles: { ...styles, paragraphStyles: [contentsStyle, ...contentsStyles] },
    numbering,
    sections: sectionsOf(paper, tell),
  });
  const properties = { path: "docProps/core.xml", data: corePropertiesOf(paper) };
  return steady(packedFiles(document, [properties]));
}

/** Only contents, and what points to pages beside them, need to know where pages end; finding out costs more than all the rest. */
function showsPages({ cover }: Paper): boolean {
  return cover !== null;
}

/** Tells of the pages before they are set, and of the file after. */
function told(estimate: PageNumberEstimator, tell: (step: WritingStep) => void): PageNumberEstimator {
  return (body, context) => {
    tell({ stage: "pages" });
    const numbers = estimate(body, context);
    tell({ stage: "file" });
    return numbers;
  };
}

/** The running head begins after the cover. */
function sectionsOf(paper: Paper, tell: (step: WritingStep) => void): ISectionOptions[] {
  const parts = paper.parts.flatMap((part, index) => {
    tell({ stage: "parts", done: index, of: paper.parts.length });
    return partSections(paper, part);
  });
  const [first, ...others] = paper.cover ? [contentsSection(paper), ...parts] : parts;
  const cover = paper.cover ? [coverSection(paper, paper.cover)] : [];
  return [...cover, ...(first ? [withRunningHead(paper, first)] : []), ...others];
}

function contentsSection(paper: Paper): ISectionOptions {
  const contents = new TableOfContents("目次", { hyperlink: true, headingStyleRange: `1-${paper.contentsDepth}` });
  return sectionOf(paper, SectionType.ODD_PAGE, [contentsTitle(), contents]);
}
