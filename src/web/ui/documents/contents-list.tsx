import type { ReactNode } from "react";
import { sectionPlaces, type DocumentContent } from "#domain/documents/published.ts";

interface Props {
  readonly content: DocumentContent;
  /** Where a section is read, by its place. */
  readonly hrefOf: (place: string) => string;
}

type Item = DocumentContent["sections"][number];

/** The contents (目次) of a version, as lists within lists. */
export function ContentsList({ content, hrefOf }: Props): ReactNode {
  const places = sectionPlaces(content);
  const listUnder = (parentId: string | null): ReactNode => {
    const items = content.sections.filter((section) => section.parentId === parentId);
    return (
      items.length > 0 && (
        <ul className={parentId === null ? "list-plain contents-list" : "list-plain contents-inner"}>
          {items.map((section) => (
            <li key={section.id} className={parentId === null ? "mt-4" : "mt-1"}>
              <a href={hrefOf(places.get(section.id) ?? "")} className={parentId === null ? "font-bold" : ""}>
                {sectionTitle(section)}
              </a>
              {listUnder(section.id)}
            </li>
          ))}
        </ul>
      )
    );
  };
  return listUnder(null);
}

/** A section with its number before its name. */
export function sectionTitle({ number, name }: Pick<Item, "number" | "name">): string {
  return number === "" ? name : `${number}　${name}`;
}
