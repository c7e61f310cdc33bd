import type { Extensions } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";

/** Paragraphs and lists only, as the kernel's rich text allows them in a cell. */
const content = "(paragraph | bulletList | orderedList)+";

const captionedTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: "",
        parseHTML: (element) => element.querySelector("caption")?.textContent ?? element.dataset["caption"] ?? "",
        renderHTML: ({ caption }) => ({ "data-caption": String(caption) }),
      },
    };
  },
  renderHTML({ HTMLAttributes }) {
    return ["table", { class: "table", ...HTMLAttributes }, ["tbody", 0]];
  },
});

/** Tables without widths of columns: pages and papers decide them. */
export const tableNodes: Extensions = [
  captionedTable.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content }),
  TableCell.extend({ content }),
];
