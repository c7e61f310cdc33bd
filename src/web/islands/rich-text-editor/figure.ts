import { Node } from "@tiptap/core";

/** Figure (図): a picture of the city's files, what stands for it, and its caption. Pasted pictures are no files and stay out. */
export function figureNode(pictures: string | undefined): Node {
  return Node.create({
    name: "figure",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes() {
      return { file: { default: "" }, alternative: { default: "" }, caption: { default: "" } };
    },
    parseHTML() {
      return [{ tag: "figure[data-file]", getAttrs: ({ dataset }) => attributesIn(dataset) }];
    },
    renderHTML({ node }) {
      const { file, alternative, caption } = node.attrs;
      const picture = pictures
        ? ["img", { src: `${pictures}/${file}`, alt: alternative }]
        : ["p", {}, `図：${alternative}`];
      const data = { "data-file": file, "data-alternative": alternative, "data-caption": caption };
      return [
        "figure",
        { class: "editor-figure", ...data },
        picture,
        ["figcaption", {}, caption || "（図の名前なし）"],
      ];
    },
  });
}

function attributesIn({ file = "", alternative = "", caption = "" }: DOMStringMap): Record<string, string> {
  return { file, alternative, caption };
}
