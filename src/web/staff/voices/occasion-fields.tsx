import type { ReactNode } from "react";
import type { DivisionOnDay } from "#domain/identity/index.ts";
import { duties, dutyLabels, usualDuty, type OccasionWords } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { SelectField, TextField } from "#web/ui/forms.tsx";
import { text } from "#web/visit.ts";

interface Props {
  readonly words: OccasionWords;
  readonly refusal: Refusal | undefined;
}

/** The first and last day of an occasion. */
export function DayFields({ words, refusal }: Props): ReactNode {
  const common = { refusal, type: "date", short: true } as const;
  return (
    <div className="field-row">
      <TextField {...common} name="opensOn" label="始まりの日" required value={words.opensOn} />
      <TextField {...common} name="closesOn" label="終わりの日" required value={words.closesOn ?? ""} />
    </div>
  );
}

/** Which division takes in what comes. */
export function DivisionField({
  words,
  refusal,
  divisions,
}: Props & { readonly divisions: readonly DivisionOnDay[] }): ReactNode {
  return (
    <SelectField
      name="divisionId"
      label="受付をする課"
      blank="（決めない）"
      options={divisions.map(({ id, path }) => ({ value: id, label: path }))}
      value={words.divisionId ?? ""}
      refusal={refusal}
    />
  );
}

/** What is owed to who speaks, and for how long their words are kept. */
export function DutyFields({ words, refusal }: Props): ReactNode {
  const years = { refusal, inputMode: "numeric", short: true } as const;
  return (
    <>
      <SelectField
        name="duty"
        label="回答の扱い"
        options={duties.map((duty) => ({ value: duty, label: dutyLabels[duty] }))}
        value={words.duty}
        refusal={refusal}
      />
      <div className="field-row">
        <TextField {...years} name="voiceYears" label="意見の保存年限（年）" value={words.voiceYears} />
        <TextField {...years} name="senderYears" label="提出者の保存年限（年）" value={words.senderYears} />
      </div>
    </>
  );
}

/** The words of an occasion, as they were entered. */
export function occasionIn(form: FormData): OccasionWords {
  return {
    title: text(form, "title"),
    divisionId: text(form, "divisionId") || null,
    duty: duties.find((duty) => duty === text(form, "duty")) ?? usualDuty.publicComment,
    opensOn: text(form, "opensOn"),
    closesOn: text(form, "closesOn") || null,
    voiceYears: Number(text(form, "voiceYears")),
    senderYears: Number(text(form, "senderYears")),
  };
}
