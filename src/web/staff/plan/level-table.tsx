import type { ReactNode } from "react";
import { maxDepth, type PlanLevel } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { texts } from "#web/visit.ts";
import { patternOf, patternWords } from "./pattern-words.ts";

type LevelEntry = Omit<PlanLevel, "depth">;

/** The rows of the table of levels down to the last that has a name. */
export function levelsInForm(form: FormData): LevelEntry[] {
  const pages = texts(form, "hasPage");
  const rows = texts(form, "levelName").map((name, index) => ({
    name: name.trim(),
    codePattern: patternOf((texts(form, "codePattern")[index] ?? "").trim()),
    evaluator: (texts(form, "evaluator")[index] ?? "").trim(),
    hasPage: pages.includes(String(index + 1)),
  }));
  return rows.slice(0, rows.findLastIndex((row) => row.name !== "") + 1);
}

/** The levels (階層) of a plan as rows to fill in, six at most. */
export function LevelTable({
  levels,
  refusal,
}: {
  readonly levels: readonly LevelEntry[];
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const empty: LevelEntry = { name: "", codePattern: "", evaluator: "", hasPage: false };
  const rows = Array.from({ length: maxDepth }, (_, index) => levels[index] ?? empty);
  return (
    <TableFrame label="階層の表">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">階層</th>
            <th scope="col">名前</th>
            <th scope="col">番号の形</th>
            <th scope="col">評価する人</th>
            <th scope="col">施策のページ</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((level, index) => (
            <LevelRow key={index} level={level} number={index + 1} refusal={refusal} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function LevelRow({
  level,
  number,
  refusal,
}: {
  readonly level: LevelEntry;
  readonly number: number;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const nameId = `level-${number}-name`;
  const patternId = `level-${number}-pattern`;
  const isBad = (id: string) => (refusal?.fields?.[id] ? true : undefined);
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <input
          className="input"
          id={nameId}
          name="levelName"
          aria-label={`${number}番目の階層の名前`}
          aria-invalid={isBad(nameId)}
          defaultValue={level.name}
        />
      </td>
      <td>
        <input
          className="input"
          id={patternId}
          name="codePattern"
          aria-label={`${number}番目の番号の形`}
          aria-invalid={isBad(patternId)}
          defaultValue={patternWords(level.codePattern)}
        />
      </td>
      <td>
        <input
          className="input"
          name="evaluator"
          aria-label={`${number}番目の階層を評価する人`}
          defaultValue={level.evaluator}
        />
      </td>
      <td>
        <label className="choice">
          <input type="checkbox" name="hasPage" value={number} defaultChecked={level.hasPage} />
          <span>作る</span>
        </label>
      </td>
    </tr>
  );
}
