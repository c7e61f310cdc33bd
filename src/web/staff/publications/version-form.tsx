import type { ReactNode } from "react";
import { divisionsOn, type DivisionOnDay } from "#domain/identity/index.ts";
import {
  opennessLabels,
  type Candidate,
  type Openness,
  type PublicationHead,
  type VersionWords,
} from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";

interface VersionFieldsProps {
  readonly form: FormData;
  readonly divisions: readonly DivisionOnDay[];
  /** What a version of this subject is called, for example. */
  readonly example: string;
  readonly refusal: Refusal | undefined;
}

/** The words of a version: its name, how open it is, whom to ask, and what to say of it. */
export function VersionFields({ form, divisions, example, refusal }: VersionFieldsProps): ReactNode {
  return (
    <>
      <TextField
        name="label"
        label="版の名前"
        hint={`例：${example}`}
        value={text(form, "label")}
        required
        refusal={refusal}
      />
      <Choices
        name="openness"
        label="公開の段階"
        options={(["decided", "discussion"] as const).map((value) => ({ value, label: opennessLabels[value] }))}
        chosen={[opennessIn(form)]}
        required
        refusal={refusal}
      />
      <SelectField
        name="divisionId"
        label="問い合わせ先の課"
        options={divisions.map(({ id, path }) => ({ value: id, label: path }))}
        blank="選んでください"
        value={text(form, "divisionId")}
        required
        refusal={refusal}
      />
      <TextArea
        name="note"
        label="この版についての説明"
        hint="市民に公開されます。"
        rows={3}
        value={text(form, "note")}
        refusal={refusal}
      />
    </>
  );
}

function opennessIn(form: FormData): Openness {
  return text(form, "openness") === "discussion" ? "discussion" : "decided";
}

/** The words that the form sent, with the chosen division as it is called today. */
export async function versionWordsIn({ ctx, form }: Visit): Promise<VersionWords> {
  const division = (await divisionsOn(ctx, ctx.clock.today())).find(({ id }) => id === text(form, "divisionId"));
  return {
    label: text(form, "label"),
    openness: opennessIn(form),
    divisionName: division?.path ?? "",
    divisionContact: division ? contactOf(division) : "",
    note: text(form, "note"),
  };
}

export function contactOf({ phone, email }: DivisionOnDay): string {
  return [phone && `電話 ${phone}`, email && `メール ${email}`].filter(Boolean).join("　");
}

/** The form asks for the division by choice, the act for its name. */
export function atVersionField({ fields, ...refusal }: Refusal): Refusal {
  const name = fields?.["divisionName"];
  const shown = name ? { divisionId: name } : fields;
  return { ...refusal, ...(shown && { fields: shown }) };
}

interface PublishingProps {
  readonly candidate: Candidate;
  readonly standing: PublicationHead | undefined;
  readonly action: string;
  /** Where to go without publishing. */
  readonly back: string;
}

/** The last word: publishes the candidate, or leaves it. */
export function Publishing({ candidate, standing, action, back }: PublishingProps): ReactNode {
  return (
    <>
      <p className="prose">
        公開すると、市民のページがすぐに変わります。
        {standing && candidate.openness === "decided" && `いまの「${standing.label}」は、前の版として残ります。`}
      </p>
      <Form action={action} className="actions mt-4">
        <button className="button">公開する</button>
        <a className="button button-quiet" href={back}>
          やめる
        </a>
      </Form>
    </>
  );
}
