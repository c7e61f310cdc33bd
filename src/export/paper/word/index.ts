import { Document, SectionType, TableOfContents, type ISectionOptions, type PageNumberEstimator } from "docx";
import { hueOf } from "../hues.ts";
import type { WritingStep } from "../../paper-writer.ts";
import { mergedInto, templateOf, type TemplateWords } from "../../word-template/index.ts";
import type { Paper } from "../paper.ts";
import { corePropertiesOf } from "./properties.ts";
import { contentsStyles, font, numbering, plain, stylesOf } from "./look.ts";
import { packedFiles } from "./packed-files.ts";
import { pageNumbers } from "./page-numbers.ts";
import { archived, steady } from "./steady.ts";
import { contentsTitle, coverSection, partSections, sectionOf, withRunningHead } from "./pages.ts";

/** The city's own template (ひな形) for a Word file, and what is written in the places of its words. */
export interface TemplateToFill {
  readonly bytes: Uint8Array;
  readonly words: TemplateWords;
}

interface Ways {
  readonly template?: TemplateToFill | undefined;
  /** Works out the page numbers in place of the usual way. */
  readonly estimate?: PageNumberEstimator;
  readonly tell?: (step: WritingStep) => void;
}

/**
 * A paper as a Word file (.docx): real headings, contents with page numbers that Word can renew, charts of Word's own, heads of
 * tables repeated. With a template it stands in that, whose look, cover and contents come before our own. The same paper gives the
 * same bytes.
 */
export async function wordOf(
  paper: Paper,
  { estimate, template, tell = () => {} }: Ways = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const into = template && templateOf(template.bytes);
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
    ...(showsPages(paper) && { pageNumbers: told(estimate ?? (into ? unknownPages : await pageNumbers()), tell) }),
    title: paper.title,
    subject: paper.version,
    creator: paper.city,
    styles: { ...styles, paragraphStyles: [contentsStyle, ...contentsStyles] },
    numbering,
    sections: sectionsOf(paper, { tell, isWithoutCover: into?.hasCover, isWithoutContents: into?.hasContents }),
  });
  const properties = { path: "docProps/core.xml", data: corePropertiesOf(paper) };
  const files = steady(packedFiles(document, [properties]));
  if (!template || !into) return archived(files);
  tell({ stage: "template" });
  return archived(mergedInto(into, files, template.words));
}

/** Only contents, and what points to pages beside them, need to know where pages end; finding out costs more than all the rest. */
function showsPages({ cover }: Paper): boolean {
  return cover !== null;
}

/** Where a template sets the pages, only Word can tell their numbers: it is asked to when the file is opened. */
const unknownPages: PageNumberEstimator = () => ({ bookmarks: new Map() });

/** Tells of the pages before they are set, and of the file after. */
function told(estimate: PageNumberEstimator, tell: (step: WritingStep) => void): PageNumberEstimator {
  return (body, context) => {
    tell({ stage: "pages" });
    const numbers = estimate(body, context);
    tell({ stage: "file" });
    return numbers;
  };
}

interface Front {
  readonly tell: (step: WritingStep) => void;
  readonly isWithoutCover: boolean | undefined;
  readonly isWithoutContents: boolean | undefined;
}

/** The running head begins after the cover. */
function sectionsOf(paper: Paper, { tell, isWithoutCover, isWithoutContents }: Front): ISectionOptions[] {
  const parts = paper.parts.flatMap((part, index) => {
    tell({ stage: "parts", done: index, of: paper.parts.length });
    return partSections(paper, part);
  });
  const [first, ...others] = paper.cover && !isWithoutContents ? [contentsSection(paper), ...parts] : parts;
  const cover = paper.cover && !isWithoutCover ? [coverSection(paper, paper.cover)] : [];
  return [...cover, ...(first ? [withRunningHead(paper, first)] : []), ...others];
}

function contentsSection(paper: Paper): ISectionOptions {
  const contents = new TableOfContents("目次", { hyperlink: true, headingStyleRange: `1-${paper.contentsDepth}` });
  return sectionOf(paper, SectionType.ODD_PAGE, [contentsTitle(), contents]);
}
