import type { ReactNode } from "react";
import { divisionsOn, type DivisionOnDay } from "#domain/identity/index.ts";
import { opennessLabels, type Openness, type VersionWords } from "#domain/publication/index.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { Choices, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";

/** What the form holds. */
export interface EnteredVersion {
  readonly label: string;
  /** "" until somebody chose: how open a version is, is asked and never guessed. */
  readonly openness: string;
  readonly divisionId: string;
  readonly note: string;
}

interface VersionFieldsProps {
  readonly entered: EnteredVersion;
  readonly divisions: readonly DivisionOnDay[];
  /** What a version of this subject is called, for example. */
  readonly example: string;
  readonly refusal: Refusal | undefined;
}

/** The words of a version: its name, how open it is, whom to ask, and what to say of it. */
export function VersionFields({ entered, divisions, example, refusal }: VersionFieldsProps): ReactNode {
  return (
    <>
      <TextField
        name="label"
        label="版の名前"
        hint={`例：${example}`}
        value={entered.label}
        required
        refusal={refusal}
      />
      <Choices
        name="openness"
        label="公開の段階"
        options={opennessOptions}
        chosen={[entered.openness]}
        required
        refusal={refusal}
      />
      <SelectField
        name="divisionId"
        label="問い合わせ先の課"
        hint="市民のページに、課の名前と、登録されている電話・メールが出ます。"
        options={divisions.map(({ id, path }) => ({ value: id, label: path }))}
        blank="選んでください"
        value={entered.divisionId}
        required
        refusal={refusal}
      />
      <TextArea
        name="note"
        label="この版についての説明"
        hint="変わったことなどを短く。市民に公開されます。個人の情報は書かないでください。"
        rows={3}
        value={entered.note}
        refusal={refusal}
      />
    </>
  );
}

const opennessHints: Readonly<Record<Openness, string>> = {
  discussion:
    "会議の資料や案など、決まる前のもの。すべてのページに「未確定」と出ます。公表した版があれば、そのまま残ります。",
  decided: "決まったもの。これまでの版に替わって、市民のページに出ます。",
};

const opennessOptions = (["discussion", "decided"] as const).map((value) => ({
  value,
  label: opennessLabels[value],
  hint: opennessHints[value],
}));

const opennessMissing: Refusal = {
  code: "opennessMissing",
  message: "公開の段階を選んでください。",
  fields: { openness: "公開の段階を選んでください。" },
};

/** What the form sent, for showing it again. */
export function versionEntered(form: FormData): EnteredVersion {
  return {
    label: text(form, "label"),
    openness: text(form, "openness"),
    divisionId: text(form, "divisionId"),
    note: text(form, "note"),
  };
}

/** The words that the form sent, with the chosen division as it is called today. */
export async function versionWordsIn({ ctx, form }: Visit): Promise<Result<VersionWords>> {
  const { label, openness, divisionId, note } = versionEntered(form);
  if (openness !== "discussion" && openness !== "decided") return refuse(opennessMissing);
  const division = (await divisionsOn(ctx, ctx.clock.today())).find(({ id }) => id === divisionId);
  const divisionContact = division ? contactOf(division) : "";
  return accept({ label, openness, note, divisionName: division?.path ?? "", divisionContact });
}

function contactOf({ phone, email }: DivisionOnDay): string {
  return [phone && `電話 ${phone}`, email && `メール ${email}`].filter(Boolean).join("　");
}

/** The form asks for the division by choice, the act for its name. */
export function atVersionField({ fields, ...refusal }: Refusal): Refusal {
  const name = fields?.["divisionName"];
  const shown = name ? { divisionId: name } : fields;
  return { ...refusal, ...(shown && { fields: shown }) };
}
