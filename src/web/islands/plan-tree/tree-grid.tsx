import { useMemo, useRef, type KeyboardEvent, type ReactNode } from "react";
import { DraftLine } from "./draft-line.tsx";
import { commandFor, typedCharacter } from "./keys.ts";
import type { Shared } from "./shared.ts";
import { TreeLine } from "./tree-line.tsx";
import type { TreeState } from "./tree-state.ts";
import { useDragging } from "./use-dragging.ts";
import { useHeldFocus } from "./use-held-focus.ts";
import { useTypeAhead } from "./use-type-ahead.ts";
import { visibleLines, type Line } from "./visible.ts";

interface TreeGridProps {
  readonly state: TreeState;
  readonly shared: Shared;
  readonly isAlive: boolean;
  readonly label: string;
}

const columns = ["番号・名前", "担当課", "指標", "未記入", "ページ・操作"] as const;

/** The lines of the tree as a treegrid: one tab stop, arrows inside. */
export function TreeGrid({ state, shared, isAlive, label }: TreeGridProps): ReactNode {
  const grid = useRef<HTMLDivElement>(null);
  const { branches, open, draft } = state;
  const lines = useMemo(() => visibleLines({ branches, open, draft }), [branches, open, draft]);
  const focus = useHeldFocus(grid, state);
  const typed = useTypeAhead(shared.desk);
  const dragging = useDragging(shared.desk, isAlive);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset["node"] : undefined;
    if (id === undefined) return; // the press belongs to a link, a button or a field in the row
    const command = commandFor(event);
    const character = command ? undefined : typedCharacter(event);
    if (command) shared.desk.run(command, id);
    else if (character) typed(character);
    if (command || character) event.preventDefault();
  };
  return (
    <div
      role="treegrid"
      aria-label={label}
      ref={grid}
      className="tree-grid"
      onKeyDown={onKeyDown}
      {...focus}
      {...dragging.handlers}
    >
      <div role="row" className="tree-heads">
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {column}
          </span>
        ))}
      </div>
      {lines.length === 0 && <EmptyLine />}
      {lines.map((line) => lineOf(line, { state, shared, isAlive, over: dragging.over }))}
    </div>
  );
}

interface Surroundings {
  readonly state: TreeState;
  readonly shared: Shared;
  readonly isAlive: boolean;
  readonly over: { readonly id: string; readonly place: string } | null;
}

function lineOf(line: Line, { state, shared, isAlive, over }: Surroundings): ReactNode {
  if (line.kind === "draft")
    return <DraftLine key="draft" level={line.level} shared={shared} text={state.draft?.text ?? ""} />;
  const row = state.rows.get(line.id);
  if (!row) return null;
  const draft = state.draft?.kind === "rename" && state.draft.id === line.id ? state.draft.text : undefined;
  return (
    <TreeLine
      key={line.id}
      row={row}
      level={line.level}
      place={line.place}
      siblings={line.siblings}
      isOpen={line.isOpen}
      isCurrent={state.current === line.id}
      isMenuOpen={state.menu === line.id}
      draft={draft}
      refusal={state.refusal?.id === line.id ? state.refusal : undefined}
      dropPlace={over?.id === line.id ? over.place : undefined}
      toggleHref={isAlive ? undefined : toggleHref(state, line.id)}
      shared={shared}
    />
  );
}

/** Without script: the same page with this branch opened or closed. */
function toggleHref({ open }: TreeState, id: string): string {
  const others = [...open].filter((each) => each !== id);
  return `?open=${(open.has(id) ? others : [...others, id]).join(",")}&node=${id}#node-${id}`;
}

function EmptyLine(): ReactNode {
  return (
    <div role="row" className="tree-line">
      <span role="gridcell">まだ何もありません。「追加する」から、いちばん上の階層を書き始められます。</span>
    </div>
  );
}
