import type { ReactNode } from "react";
import type { Issue, Move, Spot } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { TableFrame } from "#web/ui/parts.tsx";

/** Name of the field in which it is chosen whose value stands. */
export function conflictName({ kind, line, year }: Move): string {
  return `conflict-${kind}-${line.indicator.id}-${year}`;
}

/** 「C5」; 「5行目」 for a row, 「シート全体」 for a sheet. */
function cellWords({ row, column }: Spot): string {
  if (row === 0) return column === "" ? "シート全体" : `${column}列`;
  return column === "" ? `${row}行目` : `${column}${row}`;
}

function textWords(value: string): string {
  return value === "" ? "空欄" : value;
}

const shownAtMost = 500;

export function IssueTable({
  label,
  issues,
}: {
  readonly label: string;
  readonly issues: readonly Issue[];
}): ReactNode {
  return (
    <div className="mt-6">
      <TableFrame label={label}>
        <table className="table">
          <caption>
            {label}（{issues.length}）
          </caption>
          <thead>
            <tr>
              <th scope="col">シート</th>
              <th scope="col">升目</th>
              <th scope="col">書かれている値</th>
              <th scope="col">内容と、すること</th>
            </tr>
          </thead>
          <tbody>
            {issues.slice(0, shownAtMost).map((issue) => (
              <tr key={`${issue.sheet} ${issue.row} ${issue.column} ${issue.message}`}>
                <td>{issue.sheet}</td>
                <th scope="row">{cellWords(issue)}</th>
                <td>{issue.value}</td>
                <td>{issue.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Rest count={issues.length} />
    </div>
  );
}

function Rest({ count }: { readonly count: number }): ReactNode {
  return count > shownAtMost ? <p className="mt-2">ほかに{count - shownAtMost}か所あります。</p> : null;
}

function MoveHead({ move }: { readonly move: Move }): ReactNode {
  const { indicator } = move.line;
  return (
    <>
      <th scope="row">
        {move.sheet} {cellWords(move)}
      </th>
      <td>
        {indicator.code} {indicator.name}
      </td>
      <td className="whitespace-nowrap">{fiscalYearLabel(move.year)}</td>
    </>
  );
}

const heads = (
  <>
    <th scope="col">升目</th>
    <th scope="col">指標</th>
    <th scope="col">年度</th>
  </>
);

/** What the file says, and how it was read where that is not the same. */
function wantedWords({ written, wanted }: Move): string {
  return written === wanted || written === "" ? textWords(wanted) : `${wanted}（「${written}」）`;
}

export function MoveTable({ moves }: { readonly moves: readonly Move[] }): ReactNode {
  return (
    <div className="mt-6">
      <TableFrame label="変わる値">
        <table className="table">
          <caption>変わる値（{moves.length}）</caption>
          <thead>
            <tr>
              {heads}
              <th scope="col">いま</th>
              <th scope="col">ファイルの値</th>
              <th scope="col">備考</th>
            </tr>
          </thead>
          <tbody>
            {moves.slice(0, shownAtMost).map((move) => (
              <tr key={conflictName(move)}>
                <MoveHead move={move} />
                <td className="number">{textWords(move.stored)}</td>
                <td className="number">{wantedWords(move)}</td>
                <td>{move.isCorrection ? "確定した値の訂正" : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Rest count={moves.length} />
    </div>
  );
}

/** Values that changed in the file and on the pages: whose stands, a person says. */
export function ConflictTable({
  moves,
  chosen,
}: {
  readonly moves: readonly Move[];
  readonly chosen: ReadonlyMap<string, string>;
}): ReactNode {
  return (
    <TableFrame label="ほかの人も変えた値">
      <table className="table">
        <caption>ほかの人も変えた値（{moves.length}）。どちらにするかを選びます。</caption>
        <thead>
          <tr>
            {heads}
            <th scope="col">書き出したとき</th>
            <th scope="col">どちらにするか</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={conflictName(move)} id={conflictName(move)}>
              <MoveHead move={move} />
              <td className="number">{textWords(move.conflict?.exported ?? "")}</td>
              <td>
                <Choice move={move} value="stored" chosen={chosen} label={`いまの値（${textWords(move.stored)}）`} />
                <Choice move={move} value="file" chosen={chosen} label={`ファイルの値（${textWords(move.wanted)}）`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface ChoiceProps {
  readonly move: Move;
  readonly value: "stored" | "file";
  readonly chosen: ReadonlyMap<string, string>;
  readonly label: string;
}

function Choice({ move, value, chosen, label }: ChoiceProps): ReactNode {
  const name = conflictName(move);
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} defaultChecked={chosen.get(name) === value} />
      <span>{label}</span>
    </label>
  );
}
