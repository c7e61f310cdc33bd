import { memo, type ReactNode } from "react";
import type { BoardCard, BoardColumn } from "./protocol.ts";

interface ColumnProps {
  readonly column: BoardColumn;
  /** The card on which the keyboard stands. */
  readonly current: string;
  readonly selected: ReadonlySet<string>;
  /** Carried cards would go here. */
  readonly isTarget: boolean;
  readonly onRename: (column: BoardColumn) => void;
  readonly onJoin: (column: BoardColumn) => void;
}

/** A heading with its notes as cards, the notes without one, or those left out. */
export const Column = memo(function Column(props: ColumnProps): ReactNode {
  const { column, current, selected, isTarget } = props;
  const { key, kind, title, standing, cards } = column;
  const id = `kj-${key}`;
  return (
    <section
      className="kj-column"
      aria-labelledby={id}
      data-column={key}
      data-kind={kind}
      data-target={isTarget ? "" : undefined}
    >
      <h2 id={id}>
        {title}
        <span className="kj-count">（{cards.length}枚）</span>
      </h2>
      {standing !== "" && <p className="kj-standing">{standing}</p>}
      {cards.length === 0 ? (
        <p className="kj-empty">{emptyWords[kind]}</p>
      ) : (
        <ul className="list-plain kj-cards" role="listbox" aria-multiselectable="true" aria-labelledby={id}>
          {cards.map((card) => (
            <Card key={card.id} card={card} isCurrent={card.id === current} isSelected={selected.has(card.id)} />
          ))}
        </ul>
      )}
      {kind === "heading" && <HeadingTools {...props} />}
    </section>
  );
});

const emptyWords = {
  waiting: "すべての付箋に、見出しが付きました。",
  heading: "付箋はありません。",
  excluded: "対象外の付箋はありません。",
} as const;

interface CardProps {
  readonly card: BoardCard;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

const Card = memo(function Card({ card, isCurrent, isSelected }: CardProps): ReactNode {
  const { id, words, about, exclusion } = card;
  return (
    <li
      id={`kj-card-${id}`}
      className="kj-card"
      role="option"
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      data-card={id}
    >
      <span className="kj-mark" aria-hidden="true">
        {isSelected ? "✓" : ""}
      </span>
      <span className="kj-words">{words}</span>
      <span className="kj-about">
        {about}
        {exclusion !== "" && `・理由：${exclusion}`}
      </span>
    </li>
  );
});

function HeadingTools({ column, onRename, onJoin }: ColumnProps): ReactNode {
  const named = <span className="visually-hidden">（{column.title}）</span>;
  return (
    <div className="kj-heading-tools">
      {!column.isFixed && (
        <>
          <button type="button" className="button button-quiet button-small" onClick={() => onRename(column)}>
            言葉を直す{named}
          </button>
          <button type="button" className="button button-quiet button-small" onClick={() => onJoin(column)}>
            ほかの見出しと合わせる{named}
          </button>
        </>
      )}
      {column.links.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
          {named}
        </a>
      ))}
    </div>
  );
}
