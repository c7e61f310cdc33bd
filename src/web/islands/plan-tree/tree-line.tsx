import { memo, type ReactNode } from "react";
import { LineMenu } from "./line-menu.tsx";
import { NameField } from "./name-field.tsx";
import type { ActRefusal, TreeRow } from "./protocol.ts";
import type { Shared } from "./shared.ts";
import { labelOf } from "./tree-state.ts";
import { rowId } from "./use-held-focus.ts";
import { missingWords, nameOf } from "./words.ts";

export interface TreeLineProps {
  readonly row: TreeRow;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly isMenuOpen: boolean;
  /** What is typed as the new name, while it is. */
  readonly draft: string | undefined;
  readonly refusal: ActRefusal | undefined;
  readonly dropPlace: string | undefined;
  /** The address that opens or closes the branch where there is no script. */
  readonly toggleHref: string | undefined;
  readonly shared: Shared;
}

/** A node as a line. Drawn again only when something of its own changes: a plan may have 3,000 of them. */
export const TreeLine = memo(function TreeLine(props: TreeLineProps): ReactNode {
  const { row, level, isOpen, isCurrent, isMenuOpen, dropPlace, shared } = props;
  const name = `tree-line tree-level-${level}${isMenuOpen ? " tree-line-menu" : ""}${dropPlace ? ` tree-drop-${dropPlace}` : ""}`;
  return (
    <div
      role="row"
      id={rowId(row.id)}
      data-node={row.id}
      className={name}
      aria-level={level}
      aria-posinset={props.place}
      aria-setsize={props.siblings}
      aria-expanded={row.children > 0 ? isOpen : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={(event) =>
        event.target === event.currentTarget && !isCurrent && shared.desk.store.take({ type: "stoodOn", id: row.id })
      }
    >
      <NameCell {...props} />
      <span role="gridcell" className="tree-division">
        {row.division}
      </span>
      <span role="gridcell" className="tree-count">
        {row.indicators > 0 && `${row.indicators}`}
        <span className="visually-hidden">{row.indicators > 0 ? "件" : "なし"}</span>
      </span>
      <span role="gridcell" className="tree-missing">
        {missingWords(row.missing)}
      </span>
      <ActsCell {...props} />
    </div>
  );
});

function NameCell({ row, level, isOpen, draft, refusal, toggleHref, shared }: TreeLineProps): ReactNode {
  const levelName = shared.levels[level - 1]?.name ?? "";
  return (
    <div role="gridcell" className="tree-name">
      {toggleHref === undefined && shared.mayShape && (
        <span className="tree-handle" draggable aria-hidden="true" title="つかんで移す" />
      )}
      <Toggle row={row} isOpen={isOpen} toggleHref={toggleHref} shared={shared} />
      {draft === undefined ? (
        <span className="tree-label" onDoubleClick={() => shared.desk.run("rename", row.id)}>
          <span className="visually-hidden">{levelName}</span> <span className="tree-code">{row.code}</span>{" "}
          {nameOf(row)}
          {row.isPriority && <span className="badge badge-good tree-priority">重点</span>}
        </span>
      ) : (
        <NameField label={`${labelOf(row)}の新しい名前`} text={draft} desk={shared.desk} />
      )}
      {refusal && (
        <p className="tree-refusal">
          {refusal.message}
          {refusal.remedy}
          {draft !== undefined && `いまの名前は「${nameOf(row)}」です。`}
        </p>
      )}
    </div>
  );
}

function Toggle({
  row,
  isOpen,
  toggleHref,
  shared,
}: Pick<TreeLineProps, "row" | "isOpen" | "toggleHref" | "shared">): ReactNode {
  if (row.children === 0) return <span className="tree-toggle" aria-hidden="true" />;
  const label = `「${labelOf(row)}」を${isOpen ? "閉じる" : "開く"}（${row.children}件）`;
  const sign = <span aria-hidden="true" className={isOpen ? "tree-sign tree-sign-open" : "tree-sign"} />;
  if (toggleHref !== undefined)
    return (
      <a className="tree-toggle" href={toggleHref} aria-label={label}>
        {sign}
      </a>
    );
  return (
    <button
      type="button"
      className="tree-toggle"
      tabIndex={-1}
      aria-label={label}
      onClick={() => shared.desk.toggle(row.id)}
    >
      {sign}
    </button>
  );
}

function ActsCell({ row, level, isCurrent, isMenuOpen, toggleHref, shared }: TreeLineProps): ReactNode {
  const tabIndex = isCurrent || toggleHref !== undefined ? 0 : -1;
  const label = `「${labelOf(row)}」の操作`;
  const hasPage = shared.levels[level - 1]?.hasPage;
  return (
    <span role="gridcell" className="tree-acts">
      {hasPage && (
        <a href={`/staff/plans/${shared.slug}/nodes/${row.id}`} tabIndex={tabIndex}>
          ページ<span className="visually-hidden">：{labelOf(row)}</span>
        </a>
      )}
      {toggleHref !== undefined && shared.mayShape && (
        <a href={`/staff/plans/${shared.slug}/tree/nodes/${row.id}`}>
          操作<span className="visually-hidden">：{labelOf(row)}</span>
        </a>
      )}
      {toggleHref === undefined && shared.mayShape && (
        <button
          type="button"
          className="tree-more"
          tabIndex={tabIndex}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          aria-label={label}
          onClick={() => shared.desk.run(isMenuOpen ? "dismiss" : "menu", row.id)}
        >
          …
        </button>
      )}
      {isMenuOpen && <LineMenu row={row} label={label} shared={shared} />}
    </span>
  );
}
