import type { ReactNode } from "react";
import { isSame, type Differences, type SnapshotDifference } from "#domain/plan/index.ts";
import { Notice } from "#web/ui/parts.tsx";

interface PlanChangesProps {
  readonly difference: SnapshotDifference;
  /** The version it is compared with; undefined where nothing is public yet. */
  readonly against: string | undefined;
  /** Where a node is seen in the preview. */
  readonly hrefOf: (code: string) => string;
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly words: string;
}

/** What will be different for citizens: added, changed and removed measures and indicators. */
export function PlanChanges({ difference, against, hrefOf }: PlanChangesProps): ReactNode {
  if (against === undefined) {
    const { nodes, indicators } = difference;
    return (
      <p>
        いま公開している版はありません。施策体系の{nodes.added.length}項目と、指標{indicators.added.length}
        個を、はじめて公開します。
      </p>
    );
  }
  if (isSame(difference)) {
    return <Notice title={`公開中の「${against}」と、中身は同じです。`}>版の名前や段階だけが変わります。</Notice>;
  }
  const nodes = linesOf(difference.nodes, ({ code }) => code);
  const indicators = linesOf(
    {
      added: difference.indicators.added.map(titled),
      changed: difference.indicators.changed.map(({ thing, parts }) => ({ thing: titled(thing), parts })),
      removed: difference.indicators.removed.map(titled),
    },
    ({ nodeCode }) => nodeCode,
  );
  return (
    <>
      <p>公開中の「{against}」とくらべました。</p>
      {difference.plan.length > 0 && <p className="mt-2">計画そのもの：{difference.plan.join("、")}が変わります。</p>}
      <ChangeList title="施策などの項目" groups={nodes} hrefOf={hrefOf} />
      <ChangeList title="指標" groups={indicators} hrefOf={hrefOf} />
    </>
  );
}

function titled({ id, code, name, node }: SnapshotDifference["indicators"]["added"][number]) {
  return { id, code, title: name, nodeCode: node.code };
}

interface Groups {
  readonly added: readonly Line[];
  readonly changed: readonly Line[];
  readonly removed: readonly Line[];
}

function linesOf<T extends { readonly id: string; readonly code: string; readonly title: string }>(
  differences: Differences<T>,
  codeOf: (thing: T) => string,
): Groups {
  const line = (thing: T, words: string): Line => ({
    id: thing.id,
    name: `${thing.code} ${thing.title}`,
    code: codeOf(thing),
    words,
  });
  return {
    added: differences.added.map((thing) => line(thing, "")),
    changed: differences.changed.map(({ thing, parts }) => line(thing, parts.join("、"))),
    removed: differences.removed.map((thing) => line(thing, "")),
  };
}

interface ChangeListProps {
  readonly title: string;
  readonly groups: Groups;
  readonly hrefOf: (code: string) => string;
}

const shownOpen = 12;

function ChangeList({ title, groups, hrefOf }: ChangeListProps): ReactNode {
  const kinds = [
    { sign: "加わる", lines: groups.added, isThere: true },
    { sign: "変わる", lines: groups.changed, isThere: true },
    { sign: "なくなる", lines: groups.removed, isThere: false },
  ].filter((kind) => kind.lines.length > 0);
  if (kinds.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="text-[1rem]">{title}</h3>
      {kinds.map(({ sign, lines, isThere }) => (
        <details key={sign} className="card mt-2 !py-3" open={lines.length <= shownOpen}>
          <summary className="font-bold">
            {sign}（{lines.length}）
          </summary>
          <ul className="mt-2 list-disc pl-6">
            {lines.map((line) => (
              <li key={line.id}>
                {isThere && line.code !== "" ? <a href={hrefOf(line.code)}>{line.name}</a> : line.name}
                {line.words !== "" && `：${line.words}`}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
