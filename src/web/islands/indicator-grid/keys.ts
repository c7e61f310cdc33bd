/**
 * How the cell with the focus takes keys: "walk" from cell to cell; "type" after a sign was typed over the whole value (arrows
 * still walk, as in Excel); "edit" inside the text (F2 or a double click), where arrows belong to the text.
 */
export type Mode = "walk" | "type" | "edit";

/** What a key asks for. `extend` grows the chosen block of cells. */
export type GridCommand =
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: "edge"; readonly to: "rowStart" | "rowEnd" | "start" | "end"; readonly extend: boolean }
  | { readonly kind: "next" | "previous" | "edit" | "clear" | "undo" | "save" | "cancel" | "leave" | "whole" };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** The command of a key press in a cell, or undefined: then the browser does what it always does. ⌘ counts as Ctrl. */
export function gridCommand(press: KeyPress, mode: Mode): GridCommand | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return withControl(press, mode);
  if (press.key === "Escape") return { kind: mode === "walk" ? "leave" : "cancel" };
  return whileWriting(press) ?? (mode === "edit" ? undefined : whileWalking(press, mode));
}

function withControl({ key, shiftKey }: KeyPress, mode: Mode): GridCommand | undefined {
  if (key.toLowerCase() === "s") return { kind: "save" };
  if (mode !== "walk") return undefined;
  if (key.toLowerCase() === "z") return { kind: "undo" };
  if (key.toLowerCase() === "a") return { kind: "whole" };
  if (key === "Home") return { kind: "edge", to: "start", extend: shiftKey };
  return key === "End" ? { kind: "edge", to: "end", extend: shiftKey } : undefined;
}

/** Keys that end the writing of a cell, in every mode. */
function whileWriting({ key, shiftKey }: KeyPress): GridCommand | undefined {
  if (key === "Enter") return { kind: "move", rows: shiftKey ? -1 : 1, columns: 0, extend: false };
  if (key === "Tab") return { kind: shiftKey ? "previous" : "next" };
  return undefined;
}

function whileWalking({ key, shiftKey }: KeyPress, mode: Mode): GridCommand | undefined {
  if (key === "F2") return { kind: "edit" };
  const step = steps[key];
  if (step) return { kind: "move", rows: step[0], columns: step[1], extend: shiftKey && mode === "walk" };
  if (mode === "type") return undefined;
  if (key === "Home" || key === "End")
    return { kind: "edge", to: key === "Home" ? "rowStart" : "rowEnd", extend: shiftKey };
  return key === "Delete" || key === "Backspace" ? { kind: "clear" } : undefined;
}
