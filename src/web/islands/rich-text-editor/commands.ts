import type { Editor } from "@tiptap/react";

export interface Command {
  readonly label: string;
  readonly isOn: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

export const commands: readonly Command[] = [
  {
    label: "太字",
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: "見出し",
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "小見出し",
    isOn: (editor) => editor.isActive("heading", { level: 4 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 4 }).run(),
  },
  {
    label: "箇条書き",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "番号つき",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: "第1から",
    isOn: (editor) => editor.isActive("orderedList", { sign: "article" }),
    run: toggleArticles,
  },
  {
    label: "段を下げる",
    isOn: () => false,
    run: (editor) => editor.chain().focus().sinkListItem("listItem").run(),
  },
  {
    label: "段を上げる",
    isOn: () => false,
    run: (editor) => editor.chain().focus().liftListItem("listItem").run(),
  },
  {
    label: "表",
    isOn: (editor) => editor.isActive("table"),
    run: (editor) => {
      if (!editor.isActive("table"))
        editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    },
  },
];

/** 第1・第2 for the outermost numbered list of the cursor, or 1・2 again. */
function toggleArticles(editor: Editor): void {
  if (!editor.isActive("orderedList")) editor.chain().focus().toggleOrderedList().run();
  const { $from } = editor.state.selection;
  const depths = Array.from({ length: $from.depth }, (_, index) => index + 1);
  const depth = depths.find((each) => $from.node(each).type.name === "orderedList");
  if (depth === undefined) return;
  const { attrs } = $from.node(depth);
  const sign = attrs["sign"] === "article" ? null : "article";
  const change = editor.state.tr.setNodeMarkup($from.before(depth), undefined, { ...attrs, sign });
  editor.view.dispatch(change);
  editor.commands.focus();
}

const never = () => false;

export const tableCommands: readonly Command[] = [
  { label: "上に行", isOn: never, run: (editor) => editor.chain().focus().addRowBefore().run() },
  { label: "下に行", isOn: never, run: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: "左に列", isOn: never, run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { label: "右に列", isOn: never, run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { label: "行を消す", isOn: never, run: (editor) => editor.chain().focus().deleteRow().run() },
  { label: "列を消す", isOn: never, run: (editor) => editor.chain().focus().deleteColumn().run() },
  { label: "つなぐ・分ける", isOn: never, run: (editor) => editor.chain().focus().mergeOrSplit().run() },
  { label: "見出しの行", isOn: never, run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { label: "見出しの列", isOn: never, run: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
  { label: "表を消す", isOn: never, run: (editor) => editor.chain().focus().deleteTable().run() },
];
