import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  endWords,
  loanPage,
  mayWriteSections,
  textKeysOf,
  type Loan,
  type SectionPage,
  sectionName,
} from "#domain/documents/index.ts";
import { tokyoTime } from "#kernel/clock.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import { notationOf } from "#kernel/rich-notation.ts";
import { Forbidden, NotFound, type Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { draftKey } from "#web/islands/unsaved-changes/draft.ts";
import { LoanSaver } from "#web/islands/loan-saver.tsx";
import { RichTextEditor } from "#web/islands/rich-text-editor.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { wordAddressOf } from "./word/addresses.ts";
import { textLabel, whenWords } from "./words.ts";

export type LoanFound = SectionPage & { readonly own: Loan };

/** The loan of the address, for the one who took it out. @throws NotFound, Forbidden */
export async function loanOf({ ctx, params }: Visit): Promise<LoanFound> {
  const found = await loanPage(ctx, params["loan"] ?? "");
  if (found.plan.slug !== params["slug"]) throw new NotFound();
  if (found.own.takenBy !== personId(ctx.actor)) throw new Forbidden("借りている人だけが、この節の写しに書けます。");
  if (!mayWriteSections(ctx.actor, found.section)) throw new Forbidden(mayWriteSections.sentence);
  return found;
}

interface Entered {
  readonly refusal?: Refusal | undefined;
  /** Lines as they were typed, where they could not be read. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** The page on which a section that was taken out is written (書く画面). */
export async function showLoan(visit: Visit, entered: Entered = {}): Promise<Response> {
  const found = await loanOf(visit);
  const { plan, section, above, own } = found;
  return page(
    <StaffPage
      visit={visit}
      title={`${sectionName(section)}：書く`}
      crumbs={manuscriptCrumbs(plan, [...above, section])}
    >
      {own.endedAt === null ? (
        <WritingForm visit={visit} found={found} entered={entered} />
      ) : (
        <Ended visit={visit} found={found} />
      )}
    </StaffPage>,
    entered.refusal ? 422 : 200,
  );
}

const erasedWords = "この貸出は終わっています。写しの文章は、「内容の消去」で消えました。";

function Ended({ visit, found }: { readonly visit: Visit; readonly found: LoanFound }): ReactNode {
  const { plan, section, own } = found;
  return (
    <>
      <Notice title={own.isErased ? erasedWords : endWords[own.endedAs ?? "returned"]}>
        {own.endedAt && <p>{whenWords(own.endedAt, visit.ctx.clock.today())}に終わりました。</p>}
        <p className="mt-2">
          <a href={`${addressOf.section(plan, section.id)}#copies`}>節のページを開く</a>
        </p>
      </Notice>
      <form id="writing-form">{saverOf(visit, found, true)}</form>
    </>
  );
}

/** Saves behind the typing; on the page of a loan that ended it only sends what still waits on the device. */
export function saverOf({ ctx }: Visit, { plan, own }: Pick<LoanFound, "plan" | "own">, isOver: boolean): ReactNode {
  const props = {
    form: "writing-form",
    action: `${addressOf.loan(plan, own.id)}/saves`,
    saveNumber: own.saveNumber,
    savedAt: tokyoTime(own.savedAt),
    keptAs: draftKey(personId(ctx.actor) ?? "", `loan:${own.id}`),
    isOver,
  };
  return <Island name="loan-saver" component={LoanSaver} props={props} id="loan-saver" />;
}

interface WritingProps {
  readonly visit: Visit;
  readonly found: LoanFound;
  readonly entered: Entered;
}

function WritingForm({ visit, found, entered }: WritingProps): ReactNode {
  const { plan, section, own } = found;
  const address = addressOf.loan(plan, own.id);
  return (
    <Form action={address} refusal={entered.refusal} id="writing-form">
      <input type="hidden" name="saveNumber" value={own.saveNumber} />
      {textKeysOf(section).map((key) => (
        <Writing key={key} name={key} found={found} entered={entered} />
      ))}
      <noscript>
        <p>
          この欄は、行の書き方で見出しや表を表します。「## 」で始まる行は見出し、「・」は箇条書き、「1.
          」は番号つき、「|」で区切る行は表です。
          書き方の分からないところは、そのまま残してください。保存しても失われません。
        </p>
      </noscript>
      <div className="actions save-bar">
        <button className="button button-secondary">保存する</button>
        <button className="button" formAction={`${address}/return`}>
          返却する
        </button>
        {saverOf(visit, found, false)}
      </div>
      <p className="mt-6">
        <a href={`${wordAddressOf.desk({ plan, root: section })}#in`}>Wordを読み込む</a>
        （先に、書いたものを保存してください。）
      </p>
      <details className="mt-6">
        <summary>この貸出をやめる</summary>
        <p className="mt-2">書いた文章は節に入れず、控えとして残します。</p>
        <button className="button button-secondary mt-2" formAction={`${address}/giving-up`}>
          文章を控えに残して、やめる
        </button>
      </details>
    </Form>
  );
}

interface WritingFieldProps extends Omit<WritingProps, "visit"> {
  readonly name: string;
}

function Writing({ name, found, entered }: WritingFieldProps): ReactNode {
  const { plan, own } = found;
  const value = own.texts[name] ?? emptyRichText;
  const label = textLabel(name);
  const error = entered.refusal?.fields?.[name];
  const props = {
    name,
    label,
    value,
    plain: entered.typed?.[name] ?? notationOf(value),
    rows: 14,
    resources: { pictures: addressOf.pictures(plan), sources: addressOf.sources(plan) },
    ...(error && { describedBy: `${name}-error` }),
  };
  return (
    <div className="field !max-w-[56em]">
      <label htmlFor={name} className="field-label">
        {label}
      </label>
      {error && (
        <p className="field-error whitespace-pre-wrap" id={`${name}-error`}>
          {error}
        </p>
      )}
      <Island name="rich-text-editor" component={RichTextEditor} props={props} id={`${name}-editor`} />
    </div>
  );
}
