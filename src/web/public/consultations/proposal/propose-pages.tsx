import type { ReactNode } from "react";
import { roleFieldLabels } from "#domain/consultations/published.ts";
import {
  ageBands,
  longestProposal,
  roleFields,
  senderKinds,
  type ProposalEntry,
} from "#domain/consultations/submissions.ts";
import { figure } from "#kernel/figures.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { callHref } from "./call-detail.tsx";
import { hiddenOf, type Begun } from "./entered.ts";
import { AskedAgain, FormFrame, publicationChoice, Summary, type FormPageProps } from "./form-frame.tsx";

export interface ProposeProps extends FormPageProps {
  readonly entry: ProposalEntry;
  readonly begun: Begun;
  readonly refusal?: Refusal | undefined;
  readonly isAskedAgain?: boolean;
}

const steps = [
  { key: "proposal", label: "提案" },
  { key: "sender", label: "あなたについて" },
  { key: "check", label: "確認" },
] as const;

const action = ({ site, edition }: FormPageProps) => callHref({ site, edition }, "/propose");

/** The first page: what becomes public, said before asking; then the proposal. */
export function ProposePage({ site, edition, entry, begun, refusal }: ProposeProps): ReactNode {
  const { detail } = edition.snapshot;
  const asked = ["nodeId", "roleField", "title", "text", "wishesPublication"];
  return (
    <FormFrame site={site} edition={edition} title="提案を書く" steps={steps} step="proposal" hasFault={!!refusal}>
      <WhatBecomesPublic rules={detail.rules} />
      <PublicForm action={action({ site, edition })} refusal={refusal} hidden={hiddenOf(begun, { ...entry }, asked)}>
        <input type="hidden" name="step" value="proposal" />
        {detail.measures.length > 0 && (
          <SelectField
            name="nodeId"
            label="どの施策についての提案ですか"
            blank="募集のテーマ全体"
            value={entry.nodeId}
            options={detail.measures.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
            refusal={refusal}
          />
        )}
        {detail.measures.length > 0 && (
          <SelectField
            name="roleField"
            label="だれの役割についての提案ですか（任意）"
            hint="施策のページの「それぞれの役割」に書くことへの提案のときに選んでください。"
            blank="役割についてではない"
            value={entry.roleField}
            options={roleFields.map((field) => ({ value: field, label: roleFieldLabels[field] }))}
            refusal={refusal}
          />
        )}
        <TextField name="title" label="題名" hint="80字まで" value={entry.title} required refusal={refusal} />
        <TextArea
          name="text"
          label="提案の内容"
          hint={`${figure(longestProposal, 0)}字まで。氏名や電話番号など、公開されると困ることは書かないでください。`}
          rows={10}
          value={entry.text}
          required
          refusal={refusal}
        />
        <Choices
          name="wishesPublication"
          label="提案の文を公開してもよいですか"
          options={publicationChoice("ほかの人が読み、「同じ意見です」と一言を添えられます。")}
          chosen={[entry.wishesPublication ? "yes" : "no"]}
        />
        <p className="actions">
          <button className="button" name="go" value="next">
            「あなたについて」へ進む
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

function WhatBecomesPublic({ rules }: { readonly rules: readonly string[] }): ReactNode {
  return (
    <section className="notice mt-6" aria-labelledby="public-title">
      <h2 id="public-title" className="notice-title">
        公開されること・されないこと
      </h2>
      <ul className="mt-2 list-disc pl-6">
        <li>公開するのは、題名、提案の内容、施策だけです。氏名や年代は公開しません。</li>
        <li>次のものは、理由を示して公開しないことがあります：{rules.join("／")}</li>
      </ul>
    </section>
  );
}

/** The second page: what the call asks of the sender. */
export function ProposerPage({ site, edition, entry, begun, refusal }: ProposeProps): ReactNode {
  const { nameAsking } = edition.snapshot.detail;
  const asksName = nameAsking !== "notAsked";
  const isNeeded = nameAsking === "required";
  const asked = ["senderKind", "ageBand", ...(asksName ? ["name"] : [])];
  return (
    <FormFrame site={site} edition={edition} title="あなたについて" steps={steps} step="sender" hasFault={!!refusal}>
      <p className="prose mt-6">ここで答えたことは、公開されません。年代や区分は、人数だけを集計して公表します。</p>
      <PublicForm action={action({ site, edition })} refusal={refusal} hidden={hiddenOf(begun, { ...entry }, asked)}>
        <input type="hidden" name="step" value="sender" />
        {asksName && (
          <TextField
            name="name"
            label={isNeeded ? "氏名" : "氏名（任意）"}
            autoComplete="name"
            value={entry.name}
            required={isNeeded}
            refusal={refusal}
          />
        )}
        <SelectField
          name="senderKind"
          label="区分（任意）"
          blank="答えない"
          value={entry.senderKind}
          options={senderKinds.map((kind) => ({ value: kind, label: kind }))}
        />
        <SelectField
          name="ageBand"
          label="年代（任意）"
          blank="答えない"
          value={entry.ageBand}
          options={ageBands.map((band) => ({ value: band, label: band }))}
        />
        <p className="actions">
          <button className="button" name="go" value="next">
            確認へ進む
          </button>
          <button className="button button-secondary" name="go" value="back">
            提案へ戻る
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

/** The last page before sending. */
export function ProposeCheckPage({ site, edition, entry, begun, refusal, isAskedAgain }: ProposeProps): ReactNode {
  return (
    <FormFrame site={site} edition={edition} title="送る前に確かめる" steps={steps} step="check" hasFault={!!refusal}>
      {isAskedAgain && <AskedAgain />}
      <PublicForm action={action({ site, edition })} refusal={refusal} hidden={hiddenOf(begun, { ...entry }, [])}>
        <input type="hidden" name="step" value="check" />
        {isAskedAgain && <input type="hidden" name="confirmed" value="yes" />}
        <Summary rows={summaryRows(edition.snapshot.detail, entry)} />
        <p className="actions">
          <button className="button" name="go" value="send">
            この内容で送る
          </button>
        </p>
        <p className="actions">
          <button className="button button-secondary" name="go" value="proposal">
            提案を直す
          </button>
          <button className="button button-secondary" name="go" value="sender">
            「あなたについて」を直す
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

function summaryRows({ measures, nameAsking }: FormPageProps["edition"]["snapshot"]["detail"], entry: ProposalEntry) {
  const measure = measures.find(({ id }) => id === entry.nodeId);
  return [
    { term: "施策", words: measure ? `${measure.code} ${measure.title}` : "募集のテーマ全体" },
    ...(entry.roleField === "" ? [] : [{ term: "役割", words: roleFieldLabels[entry.roleField] }]),
    { term: "題名", words: entry.title },
    { term: "提案の内容", words: entry.text },
    { term: "文の公開", words: entry.wishesPublication ? "公開してよい" : "公開しないでほしい" },
    ...(nameAsking === "notAsked" ? [] : [{ term: "氏名", words: entry.name || "（答えない）" }]),
    { term: "区分", words: entry.senderKind || "（答えない）" },
    { term: "年代", words: entry.ageBand || "（答えない）" },
  ];
}
