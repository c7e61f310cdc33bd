import type { ReactNode } from "react";
import {
  accumulationLabels,
  cadenceLabels,
  directionLabels,
  indicatorKindLabels,
  type IndicatorContent,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { SelectField, TextArea, TextField, type Option } from "#web/ui/forms.tsx";
import { MethodChoice } from "./indicators/method-choice.tsx";
import { CorrectionReason, RevisionGrounds } from "./value-grounds.tsx";
import { YearTable, type YearTableProps } from "./indicators/year-table.tsx";

interface FieldsProps extends YearTableProps {
  /** What the words say, as far as they could be read: the methods are checked against it. */
  readonly content: IndicatorContent;
  readonly divisions: readonly Option[];
  /** Whether there are settled values, which change only with a reason. */
  readonly isNew: boolean;
}

function optionsOf(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** The whole register entry (指標台帳) in sections: what it is, what it means, how it comes, the values, how it is judged. */
export function IndicatorFields(props: FieldsProps): ReactNode {
  return (
    <>
      <Part title="指標">
        <Naming {...props} />
      </Part>
      <Part title="意味・算式・出典">
        <Meaning {...props} />
      </Part>
      <Part title="更新">
        <Updating {...props} />
      </Part>
      <Part title="目標と実績">
        <Values {...props} />
      </Part>
      <Part title="計算方法">
        <MethodChoice {...props} />
      </Part>
      {!props.isNew && (
        <Part title="訂正・目標値の変更">
          <Grounds {...props} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="card mt-6" aria-label={title}>
      <h2 className="text-[1.25rem]">{title}</h2>
      <div className="form mt-4 max-w-none">{children}</div>
    </section>
  );
}

function fieldOf({ words, refusal }: FieldsProps, name: string) {
  return { name, value: words[name] ?? "", refusal };
}

function Naming(props: FieldsProps): ReactNode {
  const field = (name: string) => fieldOf(props, name);
  return (
    <>
      <TextField {...field("name")} label="指標名" required />
      <div className="field-row">
        <TextField {...field("unit")} label="単位" short hint="例：％、人、件" />
        <TextField {...field("decimals")} label="小数の桁数" short inputMode="numeric" hint="0から4まで" />
        <TextField {...field("code")} label="番号" short hint="空にすると自動で付きます" />
      </div>
      <div className="field-row">
        <SelectField {...field("kind")} label="指標の種類" options={optionsOf(indicatorKindLabels)} />
        <SelectField {...field("direction")} label="望ましい方向" options={optionsOf(directionLabels)} />
        <SelectField {...field("accumulation")} label="値の数え方" options={optionsOf(accumulationLabels)} />
      </div>
      <SelectField {...field("divisionId")} label="担当課" options={props.divisions} blank="（施策の主管課と同じ）" />
    </>
  );
}

function Meaning(props: FieldsProps): ReactNode {
  const field = (name: string) => fieldOf(props, name);
  return (
    <>
      <TextArea
        {...field("meaning")}
        label="意味"
        rows={2}
        hint="この値が動くと、市民の暮らしの何が変わったと分かるか。"
      />
      <TextArea
        {...field("description")}
        label="算式・算出方法"
        rows={3}
        hint="式は「参加者÷人口×100」のように書きます。"
      />
      <div className="field-row">
        <TextField {...field("numeratorName")} label="分子" hint="割合のとき。例：参加した人の数" />
        <TextField {...field("denominatorName")} label="分母" hint="例：4月1日の人口" />
      </div>
      <TextField {...field("source")} label="出典" hint="例：学校教育課調べ、国勢調査" />
      <TextField {...field("comparison")} label="比較できる参考値" hint="例：県平均 81.2％（令和6年度）" />
    </>
  );
}

const months: readonly Option[] = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1}月`,
}));

function Updating(props: FieldsProps): ReactNode {
  const field = (name: string) => fieldOf(props, name);
  return (
    <div className="field-row">
      <SelectField {...field("cadence")} label="取得頻度" options={optionsOf(cadenceLabels)} />
      <SelectField
        {...field("updateMonth")}
        label="更新月"
        options={months}
        blank="（選んでください）"
        hint="前の年度の値が分かる月"
      />
    </div>
  );
}

function Values(props: FieldsProps): ReactNode {
  const { words, years } = props;
  const field = (name: string) => fieldOf(props, name);
  return (
    <>
      <div className="field-row">
        <SelectField
          {...field("baselineYear")}
          label="基準年度"
          options={yearOptionsAround(years, words["baselineYear"])}
          blank="（選んでください）"
        />
        <TextField {...field("baselineValue")} label="基準値（現状値）" short hint="数がないときは「−」や言葉で" />
      </div>
      <TextArea
        {...field("targetReason")}
        label="目標値とした理由"
        rows={2}
        hint="例：県の計画の目標と合わせた。過去5年の伸びを続ける。"
      />
      <YearTable {...props} />
    </>
  );
}

/** The baseline may lie some years before the table's first. */
function yearOptionsAround(years: readonly number[], chosen: string | undefined): Option[] {
  const first = Number(years[0] ?? chosen ?? 0);
  const earlier = Array.from({ length: 10 }, (_, index) => first - 10 + index);
  return [...earlier, ...years].map((year) => ({ value: String(year), label: fiscalYearLabel(year) }));
}

/** Why settled values change. They are asked for only when such a change is saved; here they can be said at once. */
function Grounds(props: FieldsProps): ReactNode {
  return (
    <>
      <p className="field-hint">
        確定した実績値か、公表した目標値を変えるときだけ入力します。前の値は、変更の履歴に残ります。
      </p>
      <CorrectionReason words={props.words} refusal={props.refusal} />
      <RevisionGrounds words={props.words} refusal={props.refusal} />
    </>
  );
}
