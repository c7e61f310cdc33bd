import type { ReactNode } from "react";
import type { DeskMark, DeskState } from "./protocol.ts";

type Act = "point" | "topic" | "exclude" | "restore" | "remove" | "rest" | "undo" | "keys";

interface DeskToolsProps {
  readonly run: Readonly<Record<Act, () => void>>;
  readonly isSpan: boolean;
  readonly points: readonly DeskMark[];
  readonly undo: string | undefined;
  readonly left: number;
}

/** The acts as buttons, each with its key. Those that need something chosen wait for it. */
export function DeskTools({ run, isSpan, points, undo, left }: DeskToolsProps): ReactNode {
  const hasPoints = !isSpan && points.length > 0;
  const tools: readonly {
    readonly act: Act;
    readonly label: string;
    readonly key: string;
    readonly isOpen: boolean;
  }[] = [
    { act: "point", label: "論点にする", key: "N", isOpen: isSpan },
    { act: "topic", label: "まとめ先を選び直す", key: "T", isOpen: hasPoints },
    { act: "exclude", label: "対象外にする", key: "X", isOpen: isSpan || hasPoints },
    {
      act: "restore",
      label: "対象外をやめる",
      key: "R",
      isOpen: hasPoints && points.some(({ isExcluded }) => isExcluded),
    },
    { act: "remove", label: "論点を取り消す", key: "Delete", isOpen: hasPoints },
    { act: "rest", label: "残りの文をすべて論点にする", key: "A", isOpen: left > 0 },
    {
      act: "undo",
      label: undo === undefined ? "元に戻す" : `「${undo}」を元に戻す`,
      key: "U",
      isOpen: undo !== undefined,
    },
    { act: "keys", label: "キーの一覧", key: "?", isOpen: true },
  ];
  return (
    <p className="desk-tools" role="group" aria-label="操作">
      {tools.map(({ act, label, key, isOpen }) => (
        <button
          key={act}
          type="button"
          className={`button button-small ${act === "point" ? "" : "button-secondary"}`}
          disabled={!isOpen}
          onClick={() => run[act]()}
        >
          {label} <kbd>{key}</kbd>
        </button>
      ))}
    </p>
  );
}

interface LostPointsProps {
  readonly lost: DeskState["lost"];
  readonly onRemove: ((point: DeskState["lost"][number]) => void) | undefined;
}

/** Points whose words are no longer in the text since it was corrected. */
export function LostPoints({ lost, onRemove }: LostPointsProps): ReactNode {
  if (lost.length === 0) return null;
  return (
    <div className="notice notice-caution mb-4">
      <p className="notice-title">訂正のあと、もとの文に見つからなくなった論点</p>
      <ul className="grid gap-1">
        {lost.map((point) => (
          <li key={point.id}>
            「{point.quote}」
            {onRemove && (
              <button type="button" className="button button-quiet button-small" onClick={() => onRemove(point)}>
                この論点を取り消す
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
