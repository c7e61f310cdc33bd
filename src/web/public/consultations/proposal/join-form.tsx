import type { ReactNode } from "react";
import { joiningFault, submitJoining, type JoiningEntry } from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { Choices, TextArea } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { textIn } from "../public-comment/entered.ts";
import { callHref } from "./call-detail.tsx";
import { barrier, closedFault, deskOf, type Desk } from "./desk.ts";
import { proposalUnder, type PublicProposal } from "./edition.ts";
import { beginning, begunIn, hiddenOf, joiningIn, type Begun } from "./entered.ts";
import { AskedAgain, ClosedPage, FormFrame, publicationChoice, Summary, type FormPageProps } from "./form-frame.tsx";
import { ReceiptPage } from "./receipt-page.tsx";

interface JoinDesk extends Desk {
  readonly proposal: PublicProposal;
}

interface Shown {
  readonly entry: JoiningEntry;
  readonly begun: Begun;
  readonly refusal?: Refusal | undefined;
  readonly isAskedAgain?: boolean;
}

/** 「同じ意見です」: a line of one's own to another's proposal. */
export async function showJoin(visit: PublicFormVisit): Promise<Response> {
  const desk = await joinDeskOf(visit);
  if (!desk) return missingPage(visit.site);
  const closed = closedFault(desk);
  if (closed) return page(<ClosedPage site={visit.site} edition={desk.edition} refusal={closed} />);
  return answer(desk, "write", { entry: joiningIn(visit.form), begun: beginning(visit.ctx.clock.now()) });
}

export async function takeJoin(visit: PublicFormVisit): Promise<Response> {
  const desk = await joinDeskOf(visit);
  if (!desk) return missingPage(visit.site);
  const { form } = visit;
  const shown: Shown = { entry: joiningIn(form), begun: begunIn(form) };
  const go = textIn(form, "go");
  if (go === "back") return answer(desk, "write", shown);
  const refusal = joiningFault(shown.entry);
  if (refusal) return answer(desk, "write", { ...shown, refusal });
  return go === "send" ? send(desk, shown) : answer(desk, "check", shown);
}

async function joinDeskOf(visit: PublicFormVisit): Promise<JoinDesk | undefined> {
  const desk = await deskOf(visit);
  const [slug, number] = [visit.params["slug"] ?? "", Number(visit.params["number"])];
  const found = desk && (await proposalUnder(visit.site, { slug, number }));
  const isOpen = found?.proposal.snapshot?.refusal === "";
  return desk && found && isOpen ? { ...desk, proposal: found.proposal } : undefined;
}

async function send(desk: JoinDesk, shown: Shown): Promise<Response> {
  const { visit, edition, proposal } = desk;
  const stopped = await barrier(visit, { begun: shown.begun, purpose: "comment" });
  if (stopped) return answer(desk, "check", { ...shown, ...stopped });
  const { entry, begun } = shown;
  const sending = { slug: edition.head.reference, number: proposal.number, formKey: begun.formKey, entry };
  const sent = await submitJoining(visit.ctx, sending);
  if (!sent.ok) return answer(desk, "check", { ...shown, refusal: sent.refusal });
  const words = { title: "「同じ意見です」を受け付けました", now: visit.ctx.clock.now(), text: entry.text };
  return page(<ReceiptPage site={visit.site} edition={edition} {...sent.value} {...words} />);
}

function answer(
  { visit, edition, proposal }: JoinDesk,
  step: "write" | "check",
  { status, ...shown }: Shown & { readonly status?: number },
): Response {
  const props = { site: visit.site, edition, proposal, ...shown };
  const element = step === "write" ? <WritePage {...props} /> : <CheckPage {...props} />;
  return page(element, status ?? (shown.refusal ? 422 : 200));
}

interface Props extends FormPageProps, Shown {
  readonly proposal: PublicProposal;
}

const steps = [
  { key: "write", label: "一言" },
  { key: "check", label: "確認" },
] as const;

function WritePage({ site, edition, proposal, entry, begun, refusal }: Props): ReactNode {
  const action = callHref({ site, edition }, `/proposals/${proposal.number}/join`);
  const asked = ["text", "wishesPublication"];
  return (
    <FormFrame site={site} edition={edition} title="同じ意見です" steps={steps} step="write" hasFault={!!refusal}>
      <p className="prose mt-4">
        提案 第{proposal.number}号「{proposal.snapshot?.title}」に、あなたの言葉で一言を添えて送ります。
      </p>
      <p className="prose mt-2">
        投票ではありません。件数は数えて示しますが、件数で採否を決めることはありません。あなたの事情や理由が、検討の助けになります。
      </p>
      <PublicForm action={action} refusal={refusal} hidden={hiddenOf(begun, { ...entry }, asked)}>
        <TextArea
          name="text"
          label="あなたの一言"
          hint="400字まで。氏名や電話番号など、公開されると困ることは書かないでください。"
          rows={4}
          value={entry.text}
          required
          refusal={refusal}
        />
        <Choices
          name="wishesPublication"
          label="この一言を公開してもよいですか"
          options={publicationChoice("提案の下に並びます。氏名は尋ねません。")}
          chosen={[entry.wishesPublication ? "yes" : "no"]}
        />
        <p className="actions">
          <button className="button" name="go" value="next">
            確認へ進む
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}

function CheckPage({ site, edition, proposal, entry, begun, refusal, isAskedAgain }: Props): ReactNode {
  const action = callHref({ site, edition }, `/proposals/${proposal.number}/join`);
  const rows = [
    { term: "提案", words: `第${proposal.number}号　${proposal.snapshot?.title ?? ""}` },
    { term: "あなたの一言", words: entry.text },
    { term: "文の公開", words: entry.wishesPublication ? "公開してよい" : "公開しないでほしい" },
  ];
  return (
    <FormFrame site={site} edition={edition} title="送る前に確かめる" steps={steps} step="check" hasFault={!!refusal}>
      {isAskedAgain && <AskedAgain />}
      <PublicForm action={action} refusal={refusal} hidden={hiddenOf(begun, { ...entry }, [])}>
        {isAskedAgain && <input type="hidden" name="confirmed" value="yes" />}
        <Summary rows={rows} />
        <p className="actions">
          <button className="button" name="go" value="send">
            この内容で送る
          </button>
          <button className="button button-secondary" name="go" value="back">
            一言を直す
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}
