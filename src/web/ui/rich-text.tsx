import { useId, type ReactNode } from "react";
import {
  headRows,
  inlinesIn,
  itemSign,
  rubyGroups,
  signDepth,
  tableGrid,
  type PlacedCell,
  type RichBlock,
  type RichFigure,
  type RichFootnote,
  type RichInline,
  type RichList,
  type RichMark,
  type RichTable,
  type RichText,
  type RubyGroup,
} from "#kernel/rich-text.ts";
import { MarkedTerms, type TermLink } from "./marked-terms.tsx";

interface RichProps {
  readonly text: RichText;
  /** Where the picture of a figure is read; public and staff addresses differ. Without one the words stand for it. */
  readonly pictureAddress?: ((file: string) => string) | undefined;
  /** Words that are explained on the page. */
  readonly terms?: readonly TermLink[];
}

/** What the blocks of one text know of it. */
interface Whole {
  readonly pictureAddress: RichProps["pictureAddress"];
  /** Begins the ids of this text's footnotes, since a page shows several texts. */
  readonly id: string;
  readonly footnotes: readonly RichFootnote[];
  readonly terms: readonly TermLink[];
}

/** Rich text as HTML elements; React escapes every text, and only the known blocks exist. */
export function Rich({ text, pictureAddress, terms = [] }: RichProps): ReactNode {
  const id = useId();
  const footnotes = [...new Set([...inlinesIn(text)].filter((inline) => inline.type === "footnote"))];
  const whole: Whole = { pictureAddress, id, footnotes, terms };
  return (
    <div className="rich">
      <Blocks blocks={text.content} whole={whole} />
      {footnotes.length > 0 && <Footnotes whole={whole} />}
    </div>
  );
}

interface BlocksProps {
  readonly blocks: readonly RichBlock[];
  readonly whole: Whole;
  /** How deep the numbered list around them stands in the series of signs. */
  readonly depth?: number | undefined;
}

function Blocks({ blocks, whole, depth }: BlocksProps): ReactNode {
  return blocks.map((block, index) => <Block key={index} block={block} whole={whole} depth={depth} />);
}

interface BlockProps {
  readonly block: RichBlock;
  readonly whole: Whole;
  readonly depth: number | undefined;
}

function Block({ block, whole, depth }: BlockProps): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines parts={block.content} whole={whole} />
        </p>
      );
    case "heading": {
      const Heading = block.attrs.level === 3 ? "h3" : "h4";
      return (
        <Heading>
          <Inlines parts={block.content} whole={whole} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <List list={block} whole={whole} outer={depth} />;
    case "table":
      return <Table table={block} whole={whole} />;
    case "figure":
      return <Figure figure={block} whole={whole} />;
  }
}

interface ListProps {
  readonly list: RichList;
  readonly whole: Whole;
  readonly outer: number | undefined;
}

/** Items are signed in words, so that (1) and ア are read aloud and copied; the role stays where styles take the browser's signs away. */
function List({ list, whole, outer }: ListProps): ReactNode {
  if (list.type === "bulletList")
    return (
      <ul>
        {list.content.map((item, index) => (
          <li key={index}>
            <Blocks blocks={item.content} whole={whole} depth={outer} />
          </li>
        ))}
      </ul>
    );
  const depth = signDepth(list, outer);
  return (
    <ol className="signed" role="list">
      {list.content.map((item, index) => (
        <li key={index}>
          <span className="sign">{itemSign(depth, index)}</span>
          <div>
            <Blocks blocks={item.content} whole={whole} depth={depth} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Table({ table, whole }: { readonly table: RichTable; readonly whole: Whole }): ReactNode {
  const grid = tableGrid(table);
  if (!grid) return null;
  const heads = headRows(grid);
  const { caption } = table.attrs;
  return (
    <div className="table-frame" role="region" aria-label={caption || "表"} tabIndex={0}>
      <table className="table">
        {caption !== "" && <caption>{caption}</caption>}
        {heads > 0 && <thead>{grid.rows.slice(0, heads).map((row, at) => rowOf(row, { at, heads, whole }))}</thead>}
        <tbody>{grid.rows.slice(heads).map((row, at) => rowOf(row, { at: at + heads, heads, whole }))}</tbody>
      </table>
    </div>
  );
}

interface RowPlace {
  readonly at: number;
  readonly heads: number;
  readonly whole: Whole;
}

function rowOf(row: readonly PlacedCell[], { at, heads, whole }: RowPlace): ReactNode {
  return (
    <tr key={at}>
      {row.map((placed) => (
        <Cell key={placed.column} placed={placed} isColumn={at < heads} whole={whole} />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly placed: PlacedCell;
  /** It stands in the head of the table, over its columns. */
  readonly isColumn: boolean;
  readonly whole: Whole;
}

function Cell({ placed: { cell, colspan, rowspan }, isColumn, whole }: CellProps): ReactNode {
  const spans = { ...(colspan > 1 && { colSpan: colspan }), ...(rowspan > 1 && { rowSpan: rowspan }) };
  const content = <Blocks blocks={cell.content} whole={whole} />;
  if (cell.type === "tableCell") return <td {...spans}>{content}</td>;
  const scope = isColumn ? (colspan > 1 ? "colgroup" : "col") : rowspan > 1 ? "rowgroup" : "row";
  return (
    <th scope={scope} {...spans}>
      {content}
    </th>
  );
}

function Figure({ figure: { attrs }, whole }: { readonly figure: RichFigure; readonly whole: Whole }): ReactNode {
  const address = whole.pictureAddress?.(attrs.file);
  return (
    <figure>
      {address === undefined ? (
        <p>{attrs.alternative}</p>
      ) : (
        <img src={address} alt={attrs.alternative} loading="lazy" />
      )}
      {attrs.caption !== "" && <figcaption>{attrs.caption}</figcaption>}
    </figure>
  );
}

type RichTextPart = Extract<RichInline, { readonly type: "text" }>;

interface InlinesProps {
  readonly parts: readonly RichInline[] | undefined;
  readonly whole: Whole;
}

function Inlines({ parts, whole }: InlinesProps): ReactNode {
  return rubyGroups(parts).map((group, index) => <Group key={index} group={group} whole={whole} />);
}

/** Words under their reading; browsers without ruby show it in brackets. */
function Group({ group, whole }: { readonly group: RubyGroup; readonly whole: Whole }): ReactNode {
  const inner = group.inlines.map((part, index) => <Inline key={index} part={part} whole={whole} />);
  if (group.reading === undefined) return inner;
  return (
    <ruby>
      {inner}
      <rp>（</rp>
      <rt>{group.reading}</rt>
      <rp>）</rp>
    </ruby>
  );
}

function Inline({ part, whole }: { readonly part: RichInline; readonly whole: Whole }): ReactNode {
  switch (part.type) {
    case "hardBreak":
      return <br />;
    case "text":
      return (part.marks ?? []).reduce<ReactNode>(marked, <TextWords part={part} terms={whole.terms} />);
    case "reference":
      return <span className="reference">{part.attrs.shown}</span>;
    case "footnote":
      return <FootnoteSign footnote={part} whole={whole} />;
  }
}

/** A link leads where it says; its words are not led elsewhere. */
function TextWords({ part, terms }: { readonly part: RichTextPart; readonly terms: readonly TermLink[] }): ReactNode {
  if (part.marks?.some(({ type }) => type === "link")) return part.text;
  return <MarkedTerms text={part.text} terms={terms} />;
}

function marked(inner: ReactNode, mark: RichMark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "link":
      return <a href={mark.attrs.href}>{inner}</a>;
    case "ruby":
      return inner; // stands over the whole group
  }
}

function FootnoteSign({ footnote, whole }: { readonly footnote: RichFootnote; readonly whole: Whole }): ReactNode {
  const number = whole.footnotes.indexOf(footnote) + 1;
  return (
    <sup className="footnote-sign">
      <a href={`#${whole.id}note${number}`} id={`${whole.id}sign${number}`} aria-label={`注${number}`}>
        {`※${number}`}
      </a>
    </sup>
  );
}

function Footnotes({ whole: { id, footnotes } }: { readonly whole: Whole }): ReactNode {
  return (
    <ol className="footnotes" aria-label="注">
      {footnotes.map(({ attrs }, index) => (
        <li key={index} id={`${id}note${index + 1}`}>
          <span className="sign">{`※${index + 1}`}</span>
          <div>
            {attrs.text}{" "}
            <a href={`#${id}sign${index + 1}`} aria-label={`注${index + 1}の本文へ戻る`}>
              本文へ戻る
            </a>
          </div>
        </li>
      ))}
    </ol>
  );
}
