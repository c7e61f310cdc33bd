import type { ReactNode } from "react";
import type { AllWords } from "#domain/consultations/index.ts";
import type { DivisionOnDay } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { TextArea, TextField } from "#web/ui/forms.tsx";
import { DayFields, DivisionField, DutyFields } from "../voices/occasion-fields.tsx";

interface Props {
  readonly words: AllWords;
  readonly divisions: readonly DivisionOnDay[];
  readonly refusal: Refusal | undefined;
  /** Once it is announced, its days are changed with a reason and on another page. */
  readonly daysAreFixed?: boolean;
}

/** What every kind of consultation asks of who makes it. */
export function CommonFields({ words, divisions, refusal, daysAreFixed = false }: Props): ReactNode {
  const common = { refusal };
  return (
    <>
      <TextField {...common} name="title" label="題名" value={words.title} required />
      <TextField
        {...common}
        name="slug"
        label="アドレスの言葉"
        hint="公開ページのアドレス（/consultations/◯◯）になります。半角の英小文字・数字・ハイフン。公示のあとは変えられません。"
        value={words.slug}
        required
        short
      />
      <TextArea {...common} name="summary" label="一覧に載せる短い説明" rows={2} value={words.summary} />
      {daysAreFixed ? (
        <>
          <input type="hidden" name="opensOn" value={words.opensOn} />
          <input type="hidden" name="closesOn" value={words.closesOn ?? ""} />
        </>
      ) : (
        <DayFields words={words} refusal={refusal} />
      )}
      <DivisionField words={words} refusal={refusal} divisions={divisions} />
      <TextArea
        {...common}
        name="contact"
        label="問い合わせ先に書き添えること"
        hint="課の名前と電話は自動で入ります。受付の時間、ファックスの番号など。"
        rows={2}
        value={words.contact}
      />
      <DutyFields words={words} refusal={refusal} />
    </>
  );
}
