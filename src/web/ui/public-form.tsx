import type { ReactNode } from "react";
import type { Refusal } from "#kernel/result.ts";
import { RefusalNotice } from "./forms.tsx";

interface PublicFormProps {
  readonly action: string;
  readonly refusal?: Refusal | undefined;
  /** What was answered on the other pages of the form, kept along. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly upload?: boolean;
  readonly children: ReactNode;
}

/** One page of a form that citizens fill in: errors at the top, what was answered before kept along, a field that traps machines. */
export function PublicForm({ action, refusal, hidden, upload, children }: PublicFormProps): ReactNode {
  return (
    <form
      method="post"
      action={action}
      className="form public-form"
      encType={upload ? "multipart/form-data" : undefined}
      noValidate
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="form-trap" aria-hidden="true">
        <label>
          この欄には何も書かないでください
          <input name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      {children}
    </form>
  );
}

interface StepsProps {
  readonly steps: readonly { readonly key: string; readonly label: string }[];
  readonly present: string;
}

/** Where one is on the way through the pages of a form. */
export function FormSteps({ steps, present }: StepsProps): ReactNode {
  return (
    <ol className="list-plain form-steps no-print" aria-label="入力の流れ">
      {steps.map(({ key, label }, index) => (
        <li key={key} aria-current={key === present ? "step" : undefined}>
          <span>{index + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  );
}
