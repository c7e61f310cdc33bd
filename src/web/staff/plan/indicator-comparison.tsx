import type { ReactNode } from "react";
import type { IndicatorRefusal, NodePage, StoredIndicator } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { divisionOptions, labelOf } from "./division-options.ts";
import { groundNames, wordsOfIndicator, type IndicatorWords } from "./indicator-form.ts";
import { choiceWords, fieldLabel } from "./indicator-words.ts";

interface Comparing {
  readonly words: IndicatorWords;
  readonly refusal: IndicatorRefusal;
  readonly current: StoredIndicator;
}

/** A stale save of an indicator: each field that differs, with both values to choose from; the form sends the chosen ones. */
export async function compareIndicators(
  visit: Visit,
  { measure }: { readonly measure: NodePage },
  { words, refusal, current }: Comparing,
): Promise<Response> {
  const { plan, node, above } = measure;
  const theirs = wordsOfIndicator(current);
  const mine = words["code"] === "" ? { ...words, code: current.code } : words; // an empty code asks for the one it has
  const beside = new Set<string>(["version", ...groundNames]);
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((name) => !beside.has(name));
  const differs = (name: string) => (mine[name] ?? "") !== (theirs[name] ?? "");
  const divisions = await divisionOptions(visit.ctx);
  const shown = (name: string, value: string) =>
    name === "divisionId" ? labelOf(divisions, value) : choiceWords(name, value);
  return page(
    <StaffPage visit={visit} title="2つの保存を見くらべる" crumbs={planCrumbs(plan, [...above, node])}>
      <Form action={addressOf.indicator(plan, current.id)} refusal={refusal}>
        <input type="hidden" name="version" value={current.version} />
        {groundNames.map((name) => (
          <input key={name} type="hidden" name={name} value={words[name] ?? ""} />
        ))}
        {names
          .filter((name) => !differs(name))
          .map((name) => (
            <input key={name} type="hidden" name={name} value={theirs[name] ?? ""} />
          ))}
        {names.filter(differs).map((name) => (
          <FieldChoice
            key={name}
            name={name}
            mine={mine[name] ?? ""}
            theirs={theirs[name] ?? ""}
            shown={(value) => shown(name, value)}
          />
        ))}
        <p className="actions">
          <button className="button">選んだ内容で保存する</button>
          <a className="button button-secondary" href={addressOf.indicator(plan, current.id)}>
            自分の入力を捨てて、今の内容を開く
          </a>
        </p>
      </Form>
    </StaffPage>,
    422,
  );
}

interface FieldChoiceProps {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly shown: (value: string) => string;
}

function FieldChoice({ name, mine, theirs, shown }: FieldChoiceProps): ReactNode {
  const year = /-(\d{4})$/.exec(name)?.[1];
  const label = `${year ? `${fiscalYearLabel(Number(year))}の` : ""}${fieldLabel(name)}`;
  const sides = [
    { key: "mine", label: "あなたの入力", value: mine },
    { key: "theirs", label: "先に保存された内容", value: theirs },
  ];
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {sides.map((side) => (
        <label key={side.key} className="choice">
          <input type="radio" name={name} value={side.value} defaultChecked={side.key === "mine"} />
          <span>
            {side.label}：<b>{shown(side.value) || "（空）"}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
