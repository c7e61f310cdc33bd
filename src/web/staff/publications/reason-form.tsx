import type { ReactNode } from "react";
import type { PublicationRecord } from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, TextArea } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

interface ReasonFormProps {
  readonly visit: Visit;
  readonly publication: PublicationRecord;
  readonly refusal: Refusal | undefined;
}

interface ReasonWords {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  /** What the button does. */
  readonly act: string;
}

/** Takes a publication from the citizens, with the reason that they will read. */
export function ReasonForm({
  visit,
  publication,
  refusal,
  action,
  label,
  hint,
  act,
}: ReasonFormProps & ReasonWords): ReactNode {
  return (
    <Form action={action} refusal={refusal}>
      <TextArea
        name="reason"
        label={label}
        hint={`市民に公開されます。${hint}`}
        rows={3}
        value={text(visit.form, "reason")}
        required
        refusal={refusal}
      />
      <p className="actions">
        <button className="button button-danger">{act}</button>
        <a className="button button-quiet" href={addressOf.publication(publication.id)}>
          やめる
        </a>
      </p>
    </Form>
  );
}
