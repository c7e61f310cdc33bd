import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { TextField } from "#web/ui/forms.tsx";

interface GroundsProps {
  readonly words: Readonly<Record<string, string | undefined>>;
  readonly refusal: Refusal | undefined;
  readonly required?: boolean;
}

/** Why confirmed actuals (確定) change. */
export function CorrectionReason({ words, refusal, required }: GroundsProps): ReactNode {
  return (
    <TextField
      name="correctionReason"
      value={words["correctionReason"]}
      refusal={refusal}
      label="訂正の理由（実績値）"
      hint="例：集計もれがあったため。履歴に残ります。"
      {...(required && { required })}
    />
  );
}

/** Why published targets change, who decided it and when. */
export function RevisionGrounds({ words, refusal, required }: GroundsProps): ReactNode {
  const field = (name: string) => ({ name, value: words[name], refusal, ...(required && { required }) });
  return (
    <>
      <TextField {...field("revisionReason")} label="目標値を変えた理由" />
      <div className="field-row">
        <TextField {...field("decidedBy")} label="決めた会議・役職" hint="例：総合計画策定委員会、市長" />
        <TextField {...field("decidedOn")} label="決めた日" type="date" short />
      </div>
    </>
  );
}
