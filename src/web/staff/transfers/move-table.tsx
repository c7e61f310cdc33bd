import type { ReactNode } from "react";
import { holdsSeveral, moveLabels, roleLabels, type Move, type MoveKind } from "#domain/identity/index.ts";
import { Badge, TableFrame, type Tone } from "#web/ui/parts.tsx";

const tones: Readonly<Record<MoveKind, Tone>> = {
  joins: "good",
  returns: "good",
  moves: "caution",
  retires: "bad",
  roles: "caution",
  facts: "plain",
  unchanged: "plain",
};

/** How many people there are of each kind. */
export function Totals({ moves }: { readonly moves: readonly Move[] }): ReactNode {
  const kinds = (Object.keys(moveLabels) as MoveKind[]).map((kind) => ({
    // the keys of the labels are the kinds
    kind,
    count: moves.filter((move) => move.kind === kind).length,
  }));
  return (
    <ul className="list-plain actions mb-6" aria-label="人数">
      {kinds
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <Badge tone={tones[kind]}>{moveLabels[kind]}</Badge> {count}人
          </li>
        ))}
    </ul>
  );
}

interface MoveTableProps {
  readonly moves: readonly Move[];
  readonly paths: ReadonlyMap<string, string>;
}

/** Person by person: what ends, what begins, what stays. */
export function MoveTable({ moves, paths }: MoveTableProps): ReactNode {
  return (
    <TableFrame label="一人ずつの変わり方">
      <table className="table">
        <caption className="visually-hidden">一人ずつの変わり方</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">氏名</th>
            <th scope="col">変わり方</th>
            <th scope="col">終わる所属</th>
            <th scope="col">発令日からの所属</th>
            <th scope="col">終わる役割</th>
            <th scope="col">発令日からの役割</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <MoveRow key={move.rows.join()} move={move} paths={paths} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function MoveRow({ move, paths }: { readonly move: Move; readonly paths: ReadonlyMap<string, string> }): ReactNode {
  const place = ({ divisionId, title }: { readonly divisionId: string; readonly title: string }) =>
    `${paths.get(divisionId) ?? "（廃止された課）"} ${title}`.trim();
  const ending = move.grantsThatEnd.map(({ role }) => roleLabels[role]);
  return (
    <tr>
      <td>{move.rows.join("、")}</td>
      <th scope="row" className="font-normal">
        {move.facts.name}
        {move.facts.employeeNumber !== "" && (
          <span className="block text-solid-gray-700">職員番号 {move.facts.employeeNumber}</span>
        )}
        {move.factsBefore && <FactsBefore move={move} />}
        {move.namesake && <span className="block">同じ氏名の人がいます。別の人かどうか確かめてください。</span>}
      </th>
      <td>
        <Badge tone={tones[move.kind]}>{moveLabels[move.kind]}</Badge> {holdsSeveral(move) && <Badge>兼務</Badge>}
      </td>
      <td>{listed(move.postsThatEnd.map(place))}</td>
      <td>
        {listed([...move.postsThatStay.map((post) => `${place(post)}（そのまま）`), ...move.newPosts.map(place)])}
      </td>
      <td>{listed(ending)}</td>
      <td>
        {listed(move.roles.map((role) => `${roleLabels[role]}${move.newRoles.includes(role) ? "（新しく付く）" : ""}`))}
      </td>
    </tr>
  );
}

function FactsBefore({ move: { facts, factsBefore } }: { readonly move: Move }): ReactNode {
  const changed = (["name", "kana", "email", "employeeNumber"] as const).filter(
    (key) => factsBefore?.[key] !== facts[key],
  );
  return changed.map((key) => (
    <span key={key} className="block text-solid-gray-700">
      {factWords[key]}: {factsBefore?.[key] || "（なし）"} → {facts[key] || "（なし）"}
    </span>
  ));
}

const factWords = { name: "氏名", kana: "ふりがな", email: "メール", employeeNumber: "職員番号" } as const;

function listed(words: readonly string[]): ReactNode {
  if (words.length === 0) return "−";
  return words.map((word) => (
    <span key={word} className="block">
      {word}
    </span>
  ));
}
