import type { ReactNode } from "react";
import {
  ageBands,
  paperWays,
  senderKinds,
  sheetFieldLabels,
  wayLabels,
  type District,
  type SheetWords,
} from "#domain/voices/index.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { Choices, SelectField, TextArea, TextField, type Option } from "#web/ui/forms.tsx";

interface SheetFieldsProps {
  readonly words: SheetWords;
  readonly districts: readonly District[];
  readonly refusal: Refusal | undefined;
}

/** The fields of one paper, in the order of the usual form, so that the Tab key goes down the paper. */
export function SheetFields({ words: { entry, way, receivedOn }, districts, refusal }: SheetFieldsProps): ReactNode {
  return (
    <div className="grid gap-x-8 gap-y-4 [&_.field]:mt-0 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
      <div className="grid content-start gap-4">
        <TextArea
          name="text"
          label={sheetFieldLabels.text}
          value={entry.text}
          rows={11}
          required
          startsHere
          refusal={refusal}
        />
        <TextField name="place" label={sheetFieldLabels.place} value={entry.place} refusal={refusal} />
      </div>
      <div className="grid content-start gap-4 sm:grid-cols-2">
        <Choice name="senderKind" options={senderKinds.map(asOption)} value={entry.senderKind} />
        <Choice name="ageBand" options={ageBands.map(asOption)} value={entry.ageBand} />
        {districts.length > 0 && (
          <Choice
            name="districtId"
            options={districts.map(({ id, name }) => ({ value: id, label: name }))}
            value={entry.districtId ?? ""}
          />
        )}
        <SenderFields words={entry.sender} />
        <Choices
          name="wishes"
          label="希望"
          kind="checkbox"
          options={[
            { value: "reply", label: sheetFieldLabels.wishesReply },
            { value: "publication", label: sheetFieldLabels.wishesPublication },
          ]}
          chosen={[entry.wishesReply ? "reply" : "", entry.wishesPublication ? "publication" : ""]}
        />
        <TextField
          name="receivedOn"
          label={sheetFieldLabels.receivedOn}
          hint="例：R8.12.3"
          value={isDay(receivedOn) ? warekiDate(receivedOn) : receivedOn}
          required
          refusal={refusal}
        />
        <SelectField
          name="way"
          label={sheetFieldLabels.way}
          options={paperWays.map((each) => ({ value: each, label: wayLabels[each] }))}
          value={way}
        />
      </div>
    </div>
  );
}

function asOption(word: string): Option {
  return { value: word, label: word };
}

interface ChoiceProps {
  readonly name: "senderKind" | "ageBand" | "districtId";
  readonly options: readonly Option[];
  readonly value: string;
}

function Choice({ name, options, value }: ChoiceProps): ReactNode {
  return (
    <SelectField name={name} label={sheetFieldLabels[name]} options={options} blank="（記入なし）" value={value} />
  );
}

function SenderFields({ words }: { readonly words: SheetWords["entry"]["sender"] }): ReactNode {
  const fields = ["name", "organisation", "address", "phone", "email"] as const;
  return fields.map((name) => (
    <TextField key={name} name={name} label={sheetFieldLabels[name]} value={words[name]} autoComplete="off" />
  ));
}
