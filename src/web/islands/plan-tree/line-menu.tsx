import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Command } from "./keys.ts";
import type { TreeRow } from "./protocol.ts";
import type { Shared } from "./shared.ts";

interface MenuAct {
  readonly command: Command;
  readonly label: string;
  readonly keys: string;
}

const acts: readonly MenuAct[] = [
  { command: "rename", label: "名前を変える", keys: "F2" },
  { command: "addSibling", label: "下に追加する", keys: "Insert" },
  { command: "addChild", label: "中に追加する", keys: "Shift+Insert" },
  { command: "moveUp", label: "上へ移す", keys: "Alt+↑" },
  { command: "moveDown", label: "下へ移す", keys: "Alt+↓" },
  { command: "indent", label: "階層を下げる", keys: "Alt+→" },
  { command: "outdent", label: "階層を上げる", keys: "Alt+←" },
  { command: "remove", label: "削除する", keys: "Delete" },
];

/** The acts of a line for those who use neither chords nor dragging. */
export function LineMenu({
  row,
  label,
  shared,
}: {
  readonly row: TreeRow;
  readonly label: string;
  readonly shared: Shared;
}): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  const { desk } = shared;
  useEffect(() => {
    items(menu.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && menu.current?.parentElement?.contains(event.target);
      if (!isInside) desk.store.take({ type: "menuClosed" });
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [desk]);
  const choose = (command: Command) => {
    desk.store.take({ type: "menuClosed" });
    desk.run(command, row.id);
  };
  return (
    <div
      role="menu"
      aria-label={label}
      className="tree-menu"
      ref={menu}
      onKeyDown={(event) => walkMenu(event, () => desk.store.take({ type: "menuClosed" }))}
    >
      {acts.map((act) => (
        <button key={act.command} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(act.command)}>
          {act.label}{" "}
          <span aria-hidden="true" className="tree-menu-keys">
            {act.keys}
          </span>
        </button>
      ))}
    </div>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

function walkMenu(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const all = items(event.currentTarget);
  const here = all.findIndex((item) => item === document.activeElement);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: all.length - 1,
  };
  const place = places[event.key];
  if (place !== undefined) all[(place + all.length) % all.length]?.focus();
  if (event.key === "Escape" || event.key === "Tab") close();
  if (place !== undefined || event.key === "Escape" || event.key === "Tab") event.preventDefault();
}
