import type { ReactNode } from "react";
import { declarerKindLabels } from "#domain/declarations/published.ts";
import { declarerKinds, type Contact, type DeclarationEntry } from "#domain/declarations/submissions.ts";
import { sdgGoals } from "#domain/plan/published.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Edition } from "#web/public/editions.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Choices, TextArea, TextField } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import type { Begun } from "../consultations/proposal/entered.ts";
import { AskedAgain, Summary } from "../consultations/proposal/form-frame.tsx";
import { goalsOf } from "./declarations-page.tsx";
import { DeclarationFrame } from "./form-frame.tsx";

export interface DeclareProps {
  readonly site: Site;
  readonly edition: Edition;
  readonly entry: DeclarationEntry;
  readonly contact: Contact;
  readonly begun: Begun;
  readonly refusal?: Refusal | undefined;
  readonly isAskedAgain?: boolean;
}

const action = (site: Site) => hrefIn(site, "/declarations/new");

/** The declaration's own fields, kept along on the pages that do not ask for them. */
function Kept({ entry, begun }: Pick<DeclareProps, "entry" | "begun">): ReactNode {
  const fields = [
    ["kind", entry.kind],
    ["organisation", entry.organisation],
    ["showsName", entry.showsName ? "yes" : "no"],
    ["promise", entry.promise],
    ["untilOn", entry.untilOn],
    ["formKey", begun.formKey],
    ["began", String(begun.began)],
    ...entry.goals.map((goal) => ["goals", String(goal)]),
    ...entry.nodeIds.map((id) => ["nodeIds", id]),
  ];
  return fields.map(([name, value]) => <input key={`${name}${value}`} type="hidden" name={name} value={value} />);
}

/** The first page: what becomes public, said before asking; then what it will do. */
export function DeclarePage({ site, edition, entry, contact, begun, refusal }: DeclareProps): ReactNode {
  const withPage = new Set(edition.snapshot.levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  const measures = edition.snapshot.nodes.filter(({ depth }) => withPage.has(depth));
  const kept = { ...contact, formKey: begun.formKey, began: String(begun.began) };
  return (
    <DeclarationFrame site={site} title="取り組むことを宣言する" step="declaration" hasFault={!!refusal}>
      <p className="prose mt-4">
        「{edition.snapshot.plan.name}」をともに進める事業者・団体の宣言です。市が確かめてから公表します。
        公表するのは、取り組むこと、ゴール、施策、期限と、望むときだけ名前です。担当の方の氏名と連絡先は公表しません。
      </p>
      <PublicForm action={action(site)} refusal={refusal} hidden={kept}>
        <input type="hidden" name="step" value="declaration" />
        <Choices
          name="kind"
          label="区分"
          options={declarerKinds.map((kind) => ({ value: kind, label: declarerKindLabels[kind] }))}
          chosen={[entry.kind]}
        />
        <TextField
          name="organisation"
          label="事業者・団体の名前"
          autoComplete="organization"
          value={entry.organisation}
          required
          refusal={refusal}
        />
        <Choices
          name="showsName"
          label="名前を公表してよいですか"
          options={[
            { value: "yes", label: "公表してよい" },
            { value: "no", label: "名前は公表しないでほしい", hint: "取り組むことだけを公表します。" },
          ]}
          chosen={[entry.showsName ? "yes" : "no"]}
        />
        <TextArea
          name="promise"
          label="取り組むこと"
          hint="800字まで。いつ、何を、どのくらい行うかを書いてください。個人の氏名や連絡先は書かないでください。"
          rows={6}
          value={entry.promise}
          required
          refusal={refusal}
        />
        <Choices
          name="goals"
          label="SDGsのゴール"
          kind="checkbox"
          required
          refusal={refusal}
          options={sdgGoals.map(({ number, name }) => ({ value: String(number), label: `${number} ${name}` }))}
          chosen={entry.goals.map(String)}
        />
        <Choices
          name="nodeIds"
          label="関係する施策（任意）"
          kind="checkbox"
          refusal={refusal}
          options={measures.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
          chosen={entry.nodeIds}
        />
        <TextField name="untilOn" label="いつまで（任意）" type="date" short value={entry.untilOn} refusal={refusal} />
        <p className="actions">
          <button className="button" name="go" value="next">
            連絡先へ進む
          </button>
        </p>
      </PublicForm>
    </DeclarationFrame>
  );
}

/** The second page: whom to ask. */
export function ContactPage({ site, entry, contact, begun, refusal }: DeclareProps): ReactNode {
  return (
    <DeclarationFrame site={site} title="担当の方の連絡先" step="contact" hasFault={!!refusal}>
      <p className="prose mt-4">市が内容を確かめるためだけに使います。公表しません。</p>
      <PublicForm action={action(site)} refusal={refusal} hidden={{}}>
        <Kept entry={entry} begun={begun} />
        <input type="hidden" name="step" value="contact" />
        <TextField
          name="name"
          label="担当の方の氏名"
          autoComplete="name"
          value={contact.name}
          required
          refusal={refusal}
        />
        <TextField
          name="email"
          label="電子メール"
          hint="電子メールか電話番号の、どちらかを入れてください。"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={contact.email}
          refusal={refusal}
        />
        <TextField
          name="phone"
          label="電話番号"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={contact.phone}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button" name="go" value="next">
            確認へ進む
          </button>
          <button className="button button-secondary" name="go" value="back">
            宣言へ戻る
          </button>
        </p>
      </PublicForm>
    </DeclarationFrame>
  );
}

/** The last page before sending. */
export function DeclareCheckPage(props: DeclareProps): ReactNode {
  const { site, entry, contact, begun, refusal, isAskedAgain } = props;
  return (
    <DeclarationFrame site={site} title="送る前に確かめる" step="check" hasFault={!!refusal}>
      {isAskedAgain && <AskedAgain />}
      <PublicForm action={action(site)} refusal={refusal} hidden={{ ...contact }}>
        <Kept entry={entry} begun={begun} />
        <input type="hidden" name="step" value="check" />
        {isAskedAgain && <input type="hidden" name="confirmed" value="yes" />}
        <Summary rows={summaryRows(props)} />
        <p className="actions">
          <button className="button" name="go" value="send">
            この内容で送る
          </button>
        </p>
        <p className="actions">
          <button className="button button-secondary" name="go" value="declaration">
            宣言を直す
          </button>
          <button className="button button-secondary" name="go" value="contact">
            連絡先を直す
          </button>
        </p>
      </PublicForm>
    </DeclarationFrame>
  );
}

function summaryRows({ edition, entry, contact }: DeclareProps) {
  const measures = edition.snapshot.nodes.filter(({ id }) => entry.nodeIds.includes(id));
  return [
    { term: "名前", words: `${entry.organisation}（${declarerKindLabels[entry.kind]}）` },
    { term: "名前の公表", words: entry.showsName ? "公表してよい" : "公表しないでほしい" },
    { term: "取り組むこと", words: entry.promise },
    { term: "SDGs", words: goalsOf(entry) },
    { term: "施策", words: measures.map(({ code, title }) => `${code} ${title}`).join("、") || "（選ばない）" },
    { term: "いつまで", words: entry.untilOn ? dateWithBoth(entry.untilOn) : "（決めない）" },
    { term: "担当（公表しません）", words: contact.name },
    { term: "連絡先（公表しません）", words: [contact.email, contact.phone].filter(Boolean).join("　") },
  ];
}
