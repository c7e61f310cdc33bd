import type { ReactNode } from "react";
import type { DocumentContent, SectionContent } from "#domain/documents/published.ts";
import { nodeFieldKeys, nodeFieldLabels, type NodeSnapshot } from "#domain/plan/published.ts";
import { plainText, type RichText } from "#kernel/rich-text.ts";
import type { TermLink } from "#web/ui/marked-terms.tsx";
import { Rich } from "#web/ui/rich-text.tsx";
import { IndicatorTable } from "./indicator-table.tsx";

interface Props {
  readonly content: DocumentContent;
  readonly section: SectionContent;
  readonly pictureAddress?: ((file: string) => string) | undefined;
  /** What stands between the indicators and the glossary. */
  readonly children?: ReactNode;
}

/** The words of one section of a version: its own text, or the page of the node that it is bound to. */
export function SectionText({ content, section, pictureAddress, children }: Props): ReactNode {
  const node = content.plan.nodes.find(({ id }) => id === section.nodeId);
  const texts = textsOf(section, node);
  const terms = explained([
    ...(node?.terms ?? []),
    ...content.terms.filter(({ term }) => texts.some(({ text }) => plainText(text).includes(term))),
  ]);
  return (
    <>
      {texts.map(({ key, label, text }) => (
        <div key={key} className="mt-8">
          {label !== "" && (
            <h2 id={`text-${key}`} className="mb-2 text-[1.25rem]">
              {label}
            </h2>
          )}
          <Rich text={text} pictureAddress={pictureAddress} terms={terms} />
        </div>
      ))}
      {node && node.indicators.length > 0 && <IndicatorTable indicators={node.indicators} />}
      {children}
      <Terms terms={terms} />
      {texts.length === 0 && !node?.indicators.length && isTextExpected(content, section, node) && (
        <p className="mt-6">この版では、まだ書かれていません。</p>
      )}
    </>
  );
}

/** A chapter is written in what stands below it; so is a node that has no page of its own (政策). */
function isTextExpected(
  { plan, sections }: DocumentContent,
  { id }: SectionContent,
  node: NodeSnapshot | undefined,
): boolean {
  const level = plan.levels.find(({ depth }) => depth === node?.depth);
  return level?.hasPage !== false && !sections.some(({ parentId }) => parentId === id);
}

interface LabelledText {
  readonly key: string;
  readonly label: string;
  readonly text: RichText;
}

function textsOf({ body }: SectionContent, node: NodeSnapshot | undefined): LabelledText[] {
  const own = body && body.content.length > 0 ? [{ key: "body", label: "", text: body }] : [];
  const fields = nodeFieldKeys.flatMap((key) => {
    const text = node?.fields[key];
    return text ? [{ key, label: nodeFieldLabels[key], text }] : [];
  });
  return [...own, ...fields];
}

interface Explained extends TermLink {
  readonly meaning: string;
}

/** Each word once, with the id of its explanation. */
function explained(terms: readonly Omit<Explained, "id">[]): Explained[] {
  const once = [...new Map(terms.map((each) => [each.term, each])).values()];
  return once.map(({ term, meaning }, index) => ({ term, meaning, id: `term-${index + 1}` }));
}

function Terms({ terms }: { readonly terms: readonly Explained[] }): ReactNode {
  if (terms.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="terms-title">
      <h2 id="terms-title" className="text-[1.25rem]">
        用語解説
      </h2>
      <dl className="term-list mt-3">
        {terms.map(({ term, meaning, id }) => (
          <div key={term} id={id}>
            <dt className="font-bold">{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
