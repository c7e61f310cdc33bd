import type { ReactNode } from "react";
import type { RichBlock, RichInline, RichText } from "#kernel/rich-text.ts";

/** Rich text as HTML elements; React escapes every text, and only the known blocks exist. */
export function Rich({ text }: { readonly text: RichText }): ReactNode {
  return (
    <div className="rich">
      {text.content.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: RichBlock }): ReactNode {
  if (block.type === "paragraph")
    return (
      <p>
        <Inlines parts={block.content} />
      </p>
    );
  if (block.type === "heading") {
    const Heading = block.attrs.level === 3 ? "h3" : "h4";
    return (
      <Heading>
        <Inlines parts={block.content} />
      </Heading>
    );
  }
  const List = block.type === "bulletList" ? "ul" : "ol";
  return (
    <List>
      {block.content.map((item, index) => (
        <li key={index}>
          {item.content.map((inner, place) => (
            <Block key={place} block={inner} />
          ))}
        </li>
      ))}
    </List>
  );
}

function Inlines({ parts = [] }: { readonly parts?: readonly RichInline[] | undefined }): ReactNode {
  return parts.map((part, index) => <Inline key={index} part={part} />);
}

function Inline({ part }: { readonly part: RichInline }): ReactNode {
  if (part.type === "hardBreak") return <br />;
  return (part.marks ?? []).reduce<ReactNode>(
    (inner, mark) => (mark.type === "bold" ? <strong>{inner}</strong> : <a href={mark.attrs.href}>{inner}</a>),
    part.text,
  );
}
