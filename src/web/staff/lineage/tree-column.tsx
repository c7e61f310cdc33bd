import type { ReactNode } from "react";
import type { LineageBoard, LineageNode } from "#domain/plan/index.ts";
import { Badge } from "#web/ui/parts.tsx";
import { lineagePath } from "./addresses.ts";
import { openMeasures } from "./open-measures.ts";
import { kindWords } from "./words.ts";

interface ColumnProps {
  readonly side: "old" | "new";
  readonly title: string;
  readonly board: LineageBoard;
  readonly chosen: readonly string[];
  readonly isOpenOnly: boolean;
  readonly mayTrace: boolean;
}

/** One plan's tree; each node can be chosen and shows where it went or came from. */
export function TreeColumn({ side, title, board, chosen, isOpenOnly, mayTrace }: ColumnProps): ReactNode {
  const nodes = isOpenOnly ? openOnly(board[side]) : board[side];
  const others = new Map(board[side === "old" ? "new" : "old"].map((node) => [node.id, node]));
  return (
    <div className="min-w-0 rounded-lg border border-solid-gray-420">
      <h2 id={`${side}-title`} className="border-b border-solid-gray-420 bg-solid-gray-50 px-4 py-2 text-[1rem]">
        {title}
      </h2>
      <div className="max-h-[60vh] overflow-auto" role="region" aria-labelledby={`${side}-title`} tabIndex={0}>
        {nodes.length === 0 && <p className="p-4">未対応の施策はありません。</p>}
        <ul className="list-plain">
          {nodes.map((node) => (
            <NodeRow
              key={node.id}
              node={node}
              side={side}
              isChosen={chosen.includes(node.id)}
              mayTrace={mayTrace}
              plan={board.plan}
              others={others}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Measures without a link, with the nodes above them for orientation. */
function openOnly(nodes: readonly LineageNode[]): LineageNode[] {
  const open = openMeasures(nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shown = new Set<string>();
  for (const measure of open)
    for (let node: LineageNode | undefined = measure; node; node = byId.get(node.parentId ?? "")) shown.add(node.id);
  return nodes.filter((node) => shown.has(node.id));
}

const indents = ["pl-4", "pl-4", "pl-8", "pl-12", "pl-16", "pl-20", "pl-24"] as const;

interface RowProps {
  readonly node: LineageNode;
  readonly side: "old" | "new";
  readonly isChosen: boolean;
  readonly mayTrace: boolean;
  readonly plan: LineageBoard["plan"];
  readonly others: ReadonlyMap<string, LineageNode>;
}

function NodeRow({ node, side, isChosen, mayTrace, plan, others }: RowProps): ReactNode {
  const name = `${node.code} ${node.title}`.trim();
  const isOpen = node.isMeasure && node.links.length === 0;
  return (
    <li
      id={`node-${node.id}`}
      className={`border-b border-solid-gray-200 py-1 pr-4 ${indents[node.depth] ?? "pl-24"} ${node.isMeasure ? "" : "bg-solid-gray-50"}`}
    >
      {mayTrace ? (
        <label className="choice !min-h-9 !py-1">
          <input type="checkbox" name={side} value={node.id} defaultChecked={isChosen} />
          <span className={node.isMeasure ? "" : "font-bold"}>{name}</span>
        </label>
      ) : (
        <p className={node.isMeasure ? "" : "font-bold"}>{name}</p>
      )}
      {(node.links.length > 0 || isOpen) && (
        <p className={`flex flex-wrap gap-2 text-[0.875rem] ${mayTrace ? "pl-9" : ""}`}>
          {isOpen && <Badge tone="caution">未対応</Badge>}
          {node.links.map((link) => {
            const other = others.get((side === "old" ? link.newNodeId : link.oldNodeId) ?? "");
            const arrow = side === "old" ? "→ " : "← ";
            return (
              <a key={link.id} href={lineagePath.link(plan, link.id)}>
                {other ? `${arrow}${`${other.code} ${other.title}`.trim()}` : ""}（{kindWords(link)}）
              </a>
            );
          })}
        </p>
      )}
    </li>
  );
}
