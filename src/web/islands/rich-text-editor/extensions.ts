import { Extension, type Extensions } from "@tiptap/core";
import { goToNextCell } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { StarterKit } from "@tiptap/starter-kit";
import { figureNode } from "./figure.ts";
import { footnoteNode, referenceNode, rubyMark } from "./inlines.ts";
import { tableNodes } from "./tables.ts";

/** Where the pictures of figures are read and added, and what references may read. */
export interface EditorResources {
  readonly pictures: string;
  readonly sources: string;
}

/** Numbered items (項目番号): their signs follow from the depth; 「article」 begins the series at 第1. */
const itemSigns = Extension.create({
  name: "itemSigns",
  addGlobalAttributes() {
    const sign = {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset["sign"] ?? null,
      renderHTML: (attributes: Record<string, unknown>) =>
        attributes["sign"] === "article" ? { "data-sign": "article" } : {},
    };
    return [{ types: ["orderedList"], attributes: { sign } }];
  },
});

/** What a plan's text may hold, and nothing else that could be pasted: the same parts as the kernel's rich text. */
export function editorExtensions(pictures: string | undefined): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [3, 4] },
      link: { openOnClick: false, autolink: false, defaultProtocol: "https", isAllowedUri: (href) => isLink(href) },
      italic: false,
      strike: false,
      underline: false,
      code: false,
      codeBlock: false,
      blockquote: false,
      horizontalRule: false,
    }),
    itemSigns,
    ...tableNodes,
    figureNode(pictures),
    footnoteNode,
    referenceNode,
    rubyMark,
  ];
}

/** Whether a text may be the address of a link, as the kernel's rich text allows it. */
export function isLink(href: string): boolean {
  return /^(https?:|mailto:|\/)/.test(href.trim());
}

type PressedKey = Pick<KeyboardEvent, "key" | "shiftKey" | "isComposing" | "preventDefault">;

/**
 * Tab goes from cell to cell within a table, as in Word; from its last cell (backwards: its first one), and from lists, it moves on
 * to the next field, so that nobody is caught in the editor.
 */
export function handlesTab({ state, dispatch }: Pick<EditorView, "state" | "dispatch">, event: PressedKey): boolean {
  if (event.key !== "Tab" || event.isComposing) return false;
  if (goToNextCell(event.shiftKey ? -1 : 1)(state, dispatch)) event.preventDefault();
  return true;
}
