import type { ReactNode } from "react";
import { absenceLabels, accumulationLabels, directionLabels } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { SelectField, TextArea, TextField, type Option } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import type { IndicatorWords } from "./indicator-form.ts";

interface FieldsProps {
  readonly words: IndicatorWords;
  readonly refusal: Refusal | undefined;
  readonly years: readonly number[];
  readonly divisions: readonly Option[];
}

function optionsOf(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

export function IndicatorFields({ words, refusal, years, divisions }: FieldsProps): ReactNode {
  const field = (name: string) => ({ name, value: words[name] ?? "", refusal });
  const yearOptions = years.map((year) => ({ value: String(year), label: fiscalYearLabel(year) }));
  return (
    <>
      <TextField {...field("name")} label="指標名" required />
      <div className="field-row">
        <TextField {...field("unit")} label="単位" short hint="例：％、人、件" />
        <TextField {...field("decimals")} label="小数の桁数" short inputMode="numeric" hint="0から4まで" />
        <TextField {...field("code")} label="番号" short hint="空にすると自動で付きます" />
      </div>
      <div className="field-row">
        <SelectField {...field("direction")} label="望ましい方向" options={optionsOf(directionLabels)} />
        <SelectField {...field("accumulation")} label="値の数え方" options={optionsOf(accumulationLabels)} />
      </div>
      <TextArea
        {...field("description")}
        label="説明・算出方法"
        rows={3}
        hint="式は「参加者÷人口×100」のように書きます。"
      />
      <TextField {...field("source")} label="出典" hint="例：学校教育課調べ、国勢調査" />
      <SelectField {...field("divisionId")} label="担当課" options={divisions} blank="（施策の主管課と同じ）" />
      <div className="field-row">
        <SelectField
          {...field("baselineYear")}
          label="基準年度"
          options={yearOptionsAround(yearOptions, words["baselineYear"])}
          blank="（選んでください）"
        />
        <TextField {...field("baselineValue")} label="基準値（現状値）" short hint="数がないときは「−」や言葉で" />
      </div>
      <YearTable words={words} refusal={refusal} years={years} />
    </>
  );
}

/** The baseline may lie some years before the table's first. */
function yearOptionsAround(options: readonly Option[], chosen: string | undefined): Option[] {
  const first = Number(options[0]?.value ?? chosen ?? 0);
  const earlier = Array.from({ length: 10 }, (_, index) => first - 10 + index);
  return [...earlier.map((year) => ({ value: String(year), label: fiscalYearLabel(year) })), ...options];
}

/** Targets and actuals year by year. */
function YearTable({ words, refusal, years }: Omit<FieldsProps, "divisions">): ReactNode {
  return (
    <div>
      <p className="field-hint mb-2">
        数は全角でもかまいません。マイナスは「−」か「△」を前に付けます。目標値は「年1回」のような言葉や、「95〜105」のような範囲でもかまいません。実績値がない年度は「−」とし、理由を選びます。
      </p>
      <TableFrame label="年度ごとの値">
        <table className="table">
          <caption>年度ごとの目標値と実績値</caption>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">目標値</th>
              <th scope="col">実績値</th>
              <th scope="col">「−」の理由</th>
              <th scope="col">備考</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year} year={year} words={words} refusal={refusal} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

interface YearRowProps {
  readonly year: number;
  readonly words: IndicatorWords;
  readonly refusal: Refusal | undefined;
}

function YearRow({ year, words, refusal }: YearRowProps): ReactNode {
  const label = fiscalYearLabel(year);
  const absence = `absence-${year}`;
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {label}
      </th>
      <td>
        <Cell name={`target-${year}`} label={`${label}の目標値`} words={words} refusal={refusal} />
      </td>
      <td>
        <Cell name={`actual-${year}`} label={`${label}の実績値`} words={words} refusal={refusal} />
      </td>
      <td>
        <select
          className="input min-w-28"
          name={absence}
          aria-label={`${label}の実績値がない理由`}
          defaultValue={words[absence] ?? ""}
        >
          <option value="">（なし）</option>
          {optionsOf(absenceLabels).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Cell name={`note-${year}`} label={`${label}の備考`} words={words} refusal={refusal} isWide />
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

function Cell({ name, label, words, refusal, isWide }: CellProps): ReactNode {
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
