import type { ReactNode } from "react";
import {
  aimOf,
  methodFault,
  methodFaultLabels,
  methodKeys,
  methods,
  suggestedMethod,
  type IndicatorContent,
  type Method,
} from "#domain/plan/index.ts";
import { TextField } from "#web/ui/forms.tsx";
import type { Refusal } from "#kernel/result.ts";
import type { IndicatorWords } from "../indicator-form.ts";
import { methodLabels } from "../indicator-words.ts";

interface MethodChoiceProps {
  readonly words: IndicatorWords;
  readonly content: IndicatorContent;
  readonly refusal: Refusal | undefined;
}

/** How attainment is computed: every method with its formula, those that would mislead here with why. */
export function MethodChoice({ words, content, refusal }: MethodChoiceProps): ReactNode {
  const aim = aimOf(content);
  const chosen = words["method"] ?? "";
  const isAimed = aim.target !== null;
  const suggested = isAimed ? suggestedMethod(aim) : undefined;
  const misfit = content.method === null ? undefined : methodFault(content.method, aim);
  const fitting = methodKeys.filter((key) => methodFault(key, aim) === undefined);
  const others = methodKeys.filter((key) => !fitting.includes(key));
  const field = (name: string) => ({ name, value: words[name] ?? "", refusal });
  return (
    <>
      {suggested && suggested !== content.method && (
        <p className="notice mt-4">
          この指標の方向と目標値には、<b>{methodLabels[suggested]}</b>が合います。
        </p>
      )}
      {misfit && content.method && (
        <p className="notice notice-caution mt-4">
          <b>{methodLabels[content.method]}</b>：{methodFaultLabels[misfit]}
        </p>
      )}
      <fieldset className="field" id="method">
        <legend className="field-label">達成度の計算方法</legend>
        <label className="choice">
          <input type="radio" name="method" value="" defaultChecked={chosen === ""} />
          <span>まだ決めない</span>
        </label>
        {fitting.map((key) => (
          <MethodOption key={key} method={key} isChosen={chosen === key} isSuggested={key === suggested} />
        ))}
        <details className="mt-2" open={others.some((key) => key === chosen)}>
          <summary>この指標には合わない計算方法（{others.length}）</summary>
          {others.map((key) => {
            const fault = methodFault(key, aim);
            return (
              <MethodOption
                key={key}
                method={key}
                isChosen={chosen === key}
                {...(fault && { fault: methodFaultLabels[fault] })}
              />
            );
          })}
        </details>
      </fieldset>
      <div className="field-row">
        <TextField
          {...field("trend")}
          label="すう勢値"
          short
          hint="M10 抑制だけで使います。何もしない場合に、最後の目標年度になる値"
        />
        <TextField {...field("tolerance")} label="許す幅（±）" short hint="M5 維持だけで使います" />
      </div>
    </>
  );
}

interface MethodOptionProps {
  readonly method: Method;
  readonly isChosen: boolean;
  readonly isSuggested?: boolean;
  readonly fault?: string;
}

function MethodOption({ method, isChosen, isSuggested, fault }: MethodOptionProps): ReactNode {
  return (
    <label className="choice">
      <input type="radio" name="method" value={method} defaultChecked={isChosen} />
      <span>
        {methodLabels[method]}
        {isSuggested && <b>（おすすめ）</b>}
        <span className="field-hint block">{methods[method].formula}</span>
        {fault && <span className="field-hint block">合わない理由：{fault}</span>}
      </span>
    </label>
  );
}
