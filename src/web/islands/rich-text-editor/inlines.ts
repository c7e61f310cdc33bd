import { Mark, Node } from "@tiptap/core";

/** Footnote (脚注): plain words, shown as a sign; the words are read by pointing at it and changed from the bar. */
export const footnoteNode = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return { text: { default: "" } };
  },
  parseHTML() {
    return [{ tag: "span[data-footnote]", getAttrs: ({ dataset }) => ({ text: dataset["footnote"] ?? "" }) }];
  },
  renderHTML({ node }) {
    const { text } = node.attrs;
    return ["span", { class: "editor-footnote", "data-footnote": text, title: text }, `※注：${text}`];
  },
});

/** Reference (参照): the words of a figure that come from a source; they are chosen, not typed. */
export const referenceNode = Node.create({
  name: "reference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return { source: { default: "" }, shown: { default: "" } };
  },
  parseHTML() {
    return [
      {
        tag: "span[data-source]",
        getAttrs: ({ dataset, textContent }) => ({ source: dataset["source"] ?? "", shown: textContent }),
      },
    ];
  },
  renderHTML({ node }) {
    const { source, shown } = node.attrs;
    return ["span", { class: "reference", "data-source": source, title: "参照している数値" }, String(shown)];
  },
  renderText({ node }) {
    return String(node.attrs["shown"]);
  },
});

/** Ruby (ルビ): the reading of a name, shown behind it while it is written. */
export const rubyMark = Mark.create({
  name: "ruby",
  inclusive: false,
  addAttributes() {
    return {
      reading: {
        default: "",
        parseHTML: (element) => element.dataset["reading"] ?? "",
        renderHTML: ({ reading }) => ({ "data-reading": String(reading) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: "span[data-reading]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", { class: "editor-ruby", ...HTMLAttributes }, 0];
  },
});
