import type { ReactNode } from "react";
import { absenceLabels, actualStateLabels, type ActualState } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { Badge, TableFrame } from "#web/ui/parts.tsx";
import type { IndicatorWords } from "../indicator-form.ts";

/** What stands for a year apart from the form: whether its actual is confirmed. */
export type YearStates = ReadonlyMap<number, ActualState>;

export interface YearTableProps {
  readonly words: IndicatorWords;
  readonly refusal: Refusal | undefined;
  readonly years: readonly number[];
  readonly states: YearStates;
}

/** Targets and actuals year by year; a ratio also has what it was counted from. */
export function YearTable({ words, refusal, years, states }: YearTableProps): ReactNode {
  const isRatio = Object.entries(words).some(([name, value]) => /^(numerator|denominator)/.test(name) && value !== "");
  return (
    <div>
      <p className="field-hint mb-2">
        数は全角でもかまいません。マイナスは「−」か「△」を前に付けます。目標値は「年1回」のような言葉や、「95〜105」のような範囲でもかまいません。実績値がない年度は「−」とし、理由を選びます。入力した実績値は「入力中」になり、「確定」すると公表の対象になります。
      </p>
      <TableFrame label="年度ごとの値">
        <table className="table">
          <caption>年度ごとの目標値と実績値</caption>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">目標値</th>
              <th scope="col">実績値</th>
              <th scope="col">状態</th>
              <th scope="col">「−」の理由</th>
              {isRatio && <th scope="col">分子</th>}
              {isRatio && <th scope="col">分母</th>}
              <th scope="col">備考</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year} {...{ year, words, refusal, isRatio }} state={states.get(year)} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

interface YearRowProps extends Pick<YearTableProps, "words" | "refusal"> {
  readonly year: number;
  readonly isRatio: boolean;
  readonly state: ActualState | undefined;
}

function YearRow({ year, words, refusal, isRatio, state }: YearRowProps): ReactNode {
  const label = fiscalYearLabel(year);
  const absence = `absence-${year}`;
  const cell = (name: string, title: string) => ({
    name: `${name}-${year}`,
    label: `${label}の${title}`,
    words,
    refusal,
  });
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {label}
      </th>
      <td>
        <Cell {...cell("target", "目標値")} />
      </td>
      <td>
        <Cell {...cell("actual", "実績値")} />
      </td>
      <td className="whitespace-nowrap">
        {state && <Badge tone={state === "confirmed" ? "good" : "caution"}>{actualStateLabels[state]}</Badge>}
      </td>
      <td>
        <select
          className="input min-w-28"
          name={absence}
          aria-label={`${label}の実績値がない理由`}
          defaultValue={words[absence] ?? ""}
        >
          <option value="">（なし）</option>
          {Object.entries(absenceLabels).map(([value, reason]) => (
            <option key={value} value={value}>
              {reason}
            </option>
          ))}
        </select>
      </td>
      {isRatio && (
        <td>
          <Cell {...cell("numerator", "分子")} />
        </td>
      )}
      {isRatio && (
        <td>
          <Cell {...cell("denominator", "分母")} />
        </td>
      )}
      <td>
        <Cell {...cell("note", "備考")} isWide />
      </td>
    </tr>
  );
}

interface CellProps {
  readonly name: string;
  readonly label: string;
  readonly words: IndicatorWords;
  readonly refusal: Refusal | undefined;
  readonly isWide?: boolean;
}

/** A cell of a table of values, with its fault below it. */
export function Cell({ name, label, words, refusal, isWide }: CellProps): ReactNode {
  const error = refusal?.fields?.[name];
  return (
    <>
      <input
        className={`input ${isWide ? "min-w-40" : "min-w-28 text-right"}`}
        id={name}
        name={name}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        defaultValue={words[name] ?? ""}
      />
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
