import type { ReactNode } from "react";
import { roleLabels, type TransferStep } from "#domain/identity/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { TableFrame } from "#web/ui/parts.tsx";

interface DoneTableProps {
  readonly steps: readonly TransferStep[];
  readonly names: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
}

/** What a decided transfer did, person by person. */
export function DoneTable({ steps, names, paths }: DoneTableProps): ReactNode {
  const people = [...grouped(steps, ({ personId }) => personId)];
  return (
    <TableFrame label="登録した人">
      <table className="table">
        <caption className="visually-hidden">登録した人</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">変わること</th>
          </tr>
        </thead>
        <tbody>
          {people.map(([id, own]) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                <a href={`/staff/people/${id}`}>{names.get(id) ?? "−"}</a>
              </th>
              <td>{wordsOf(own, paths)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function wordsOf(steps: readonly TransferStep[], paths: ReadonlyMap<string, string>): ReactNode {
  return steps
    .map((step) => wordOf(step, paths))
    .map((word) => (
      <span key={word} className="block">
        {word}
      </span>
    ));
}

function wordOf(step: TransferStep, paths: ReadonlyMap<string, string>): string {
  switch (step.step) {
    case "joined":
      return "採用（招待のメール）";
    case "returned":
      return "利用の再開";
    case "retired":
      return "退職";
    case "facts":
      return "氏名・メール・職員番号の変更";
    case "postEnded":
      return `終わる所属: ${placeOf(step.post, paths)}`;
    case "postGiven":
      return `新しい所属: ${placeOf(step, paths)}`;
    case "grantEnded":
      return `終わる役割: ${roleLabels[step.grant.role]}`;
    case "grantGiven":
      return `新しい役割: ${roleLabels[step.role]}`;
  }
}

function placeOf(
  { divisionId, title }: { readonly divisionId: string; readonly title: string },
  paths: ReadonlyMap<string, string>,
): string {
  return `${paths.get(divisionId) ?? "（廃止された課）"} ${title}`.trim();
}
