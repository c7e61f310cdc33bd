import type { ReactNode } from "react";
import type { BoardAct, BoardColumn, BoardState } from "./protocol.ts";
import { PlacesSheet, WordsSheet } from "./sheet.tsx";

interface AboutCards {
  readonly kind: "place" | "title" | "reason";
  readonly ids: readonly string[];
}

interface AboutHeading {
  readonly kind: "rename" | "join";
  readonly column: BoardColumn;
}

/** What the board asks for before it acts. */
export type OpenSheet = AboutCards | AboutHeading;

interface SheetsProps {
  readonly open: OpenSheet | null;
  readonly state: BoardState;
  readonly onMove: (ids: readonly string[], to: string, title: string) => void;
  readonly onAct: (act: BoardAct, done: string) => void;
  readonly onClose: () => void;
}

export function Sheets(props: SheetsProps): ReactNode {
  const { open } = props;
  if (open === null) return null;
  return "column" in open ? <HeadingSheet {...props} open={open} /> : <CardsSheet {...props} open={open} />;
}

function CardsSheet({ open, state, onMove, onAct, onClose }: SheetsProps & { readonly open: AboutCards }): ReactNode {
  const { kind, ids } = open;
  const count = `${ids.length}枚`;
  switch (kind) {
    case "place":
      return (
        <PlacesSheet
          title={`${count}の移す先`}
          places={state.columns.filter((column) => column.kind !== "excluded")}
          elsewhere={state.elsewhere}
          onPlace={({ key, title }) => onMove(ids, key, title)}
          onClose={onClose}
        />
      );
    case "title":
      return (
        <WordsSheet
          title={`${count}で新しい見出しをつくる`}
          label="見出しの言葉"
          button="見出しをつくる"
          onWords={(title) => onAct({ kind: "new", ids, title }, `見出し「${title}」に${count}をまとめました。`)}
          onClose={onClose}
        />
      );
    case "reason":
      return (
        <WordsSheet
          title={`${count}を対象外にする`}
          label="理由（公開の一覧に載ります）"
          button="対象外にする"
          onWords={(reason) => onAct({ kind: "exclude", ids, reason }, `${count}を対象外にしました。`)}
          onClose={onClose}
        />
      );
  }
}

function HeadingSheet({ open, state, onAct, onClose }: SheetsProps & { readonly open: AboutHeading }): ReactNode {
  const { kind, column } = open;
  const { key, title } = column;
  if (kind === "rename")
    return (
      <WordsSheet
        title="見出しの言葉を直す"
        label="見出しの言葉"
        initial={title}
        button="直す"
        onWords={(words) => onAct({ kind: "rename", key, title: words }, `見出しを「${words}」に直しました。`)}
        onClose={onClose}
      />
    );
  return (
    <PlacesSheet
      title={`「${title}」を合わせる先`}
      places={state.columns.filter((each) => each.kind === "heading" && each.key !== key)}
      onPlace={(into) =>
        onAct({ kind: "join", key, into: into.key }, `「${title}」を「${into.title}」に合わせました。`)
      }
      onClose={onClose}
    />
  );
}
