import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";
import type { TreeState } from "./tree-state.ts";

/**
 * The keyboard stays where the person stands: when the current row changes, or the field or menu that had the focus is gone,
 * the current row gets it. Focus that the person took elsewhere is left there.
 */
export function useHeldFocus(grid: RefObject<HTMLElement | null>, state: TreeState) {
  const isHeld = useRef(false);
  const { current, draft, menu } = state;
  useLayoutEffect(() => {
    if (!isHeld.current || current === null || draft !== null || menu !== null) return;
    const row = document.getElementById(rowId(current));
    if (row && !row.contains(document.activeElement)) row.focus();
  });
  return {
    onFocus: () => {
      isHeld.current = true;
    },
    onBlur: (event: FocusEvent) => {
      const taker = event.relatedTarget;
      if (taker instanceof Node && !grid.current?.contains(taker)) isHeld.current = false;
    },
  };
}

export function rowId(id: string): string {
  return `node-${id}`;
}
