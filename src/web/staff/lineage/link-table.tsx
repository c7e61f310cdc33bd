import type { ReactNode } from "react";
import { evolutionLabels, lineageKindLabels, type LineageBoard, type LineageLink } from "#domain/plan/index.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { lineagePath } from "./addresses.ts";

/** All links as one table (対応表). */
export function LinkTable({ board }: { readonly board: LineageBoard }): ReactNode {
  if (board.links.length === 0) return null;
  const names = new Map([...board.old, ...board.new].map((node) => [node.id, `${node.code} ${node.title}`.trim()]));
  return (
    <div className="mt-12">
      <h2 className="mb-4 text-[1.25rem]">対応表</h2>
      <TableFrame label="対応表">
        <table className="table">
          <caption>{board.links.length}件。前の計画の順に並んでいます。</caption>
          <thead>
            <tr>
              <th scope="col">前の計画</th>
              <th scope="col">区分</th>
              <th scope="col">この計画</th>
              <th scope="col">深化</th>
              <th scope="col">説明</th>
              <th scope="col">直す</th>
            </tr>
          </thead>
          <tbody>
            {board.links.map((link) => (
              <tr key={link.id}>
                <td>{names.get(link.oldNodeId ?? "") ?? "−"}</td>
                <td className="whitespace-nowrap">{lineageKindLabels[link.kind]}</td>
                <td>{names.get(link.newNodeId ?? "") ?? "−"}</td>
                <td className="whitespace-nowrap">{link.evolution === null ? "" : evolutionLabels[link.evolution]}</td>
                <td>{link.note}</td>
                <td className="whitespace-nowrap">
                  <a href={lineagePath.link(board.plan, link.id)} aria-label={`${nameOf(link, names)}の対応を直す`}>
                    直す
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

function nameOf({ oldNodeId, newNodeId }: LineageLink, names: ReadonlyMap<string, string>): string {
  return names.get(oldNodeId ?? newNodeId ?? "") ?? "";
}
