import type { ReactNode } from "react";
import {
  channelLabels,
  dutyLabels,
  isStillOpen,
  lackLabels,
  listDecisions,
  mayDecideResponses,
  mayEnterVoices,
  reopenOccasion,
  settleOccasion,
  standingOf,
  type Decision,
  type Lack,
  type Standing,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf as entryAddresses } from "../entry/addresses.ts";
import { addressOf as publicationAddresses } from "../publications/addresses.ts";
import { addressOf, responsesCrumb } from "./addresses.ts";

export async function showOccasion(visit: Visit): Promise<Response> {
  return occasionAnswer(visit);
}

export async function settle(visit: Visit): Promise<Response> {
  const settled = await settleOccasion(visit.ctx, versioned(visit));
  if (settled.ok) return onwards(addressOf.occasion(visit.params["occasion"] ?? ""), "confirmed");
  return occasionAnswer(visit, settled.refusal);
}

export async function openAgain(visit: Visit): Promise<Response> {
  const opened = await reopenOccasion(visit.ctx, { ...versioned(visit), reason: text(visit.form, "reason") });
  if (opened.ok) return onwards(addressOf.occasion(visit.params["occasion"] ?? ""), "saved");
  return occasionAnswer(visit, opened.refusal);
}

function versioned({ form, params }: Visit) {
  return { id: params["occasion"] ?? "", version: Number(text(form, "version")) };
}

/** How far an occasion is from its results, its decisions, and the one thing to do next. */
export async function occasionAnswer(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const standing = await standingOf(ctx, params["occasion"] ?? "");
  const { occasion, voices, topics } = standing;
  const decisions = await listDecisions(ctx, occasion.id);
  const element = (
    <StaffPage visit={visit} title={`まとめ：${occasion.title}`} crumbs={[responsesCrumb]}>
      <p className="mb-4">
        {channelLabels[occasion.channel]}　{dutyLabels[occasion.duty]}　意見{voices}件　同じ趣旨のまとまり{topics}件
        {occasion.settledAt && (
          <span className="ml-4">
            <Badge tone="good">結果を確定</Badge>
          </span>
        )}
      </p>
      {mayEnterVoices(visit.ctx.actor, occasion) && !occasion.settledAt && (
        <p className="mb-4">
          <a href={entryAddresses.occasion(occasion.id)}>紙・ファイルの意見を入れる</a>
        </p>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <NextStep visit={visit} standing={standing} />
      <Lacks standing={standing} />
      <Decisions visit={visit} standing={standing} decisions={decisions} />
      <Tables standing={standing} />
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

interface StandingProps {
  readonly visit: Visit;
  readonly standing: Standing;
}

function NextStep({ visit, standing }: StandingProps): ReactNode {
  const { occasion, openVoices, openTopics } = standing;
  if (occasion.settledAt) return <Settled visit={visit} standing={standing} />;
  const lacks = openVoices.length + openTopics.length;
  if (lacks > 0)
    return <Notice title={`足りないものが${lacks}件あります`}>下の一覧のとおりに直すと、結果を確定できます。</Notice>;
  if (isStillOpen(occasion, visit.ctx.clock.today()))
    return (
      <Notice title="いまのところ、足りないものはありません" tone="good">
        受付は、{warekiDate(occasion.closesOn ?? "")}までです。そのあとで、結果を確定できます。
      </Notice>
    );
  if (!mayDecideResponses(visit.ctx.actor)) return <Notice title="足りないものはありません" tone="good" />;
  return (
    <Form action={`${addressOf.occasion(occasion.id)}/settling`} className="card">
      <p>足りないものはありません。確定すると、あとから意見は加わらず、結果を公開できます。</p>
      <input type="hidden" name="version" value={occasion.version} />
      <p className="actions mt-4">
        <button className="button">結果を確定する</button>
      </p>
    </Form>
  );
}

function Settled({ visit, standing: { occasion } }: StandingProps): ReactNode {
  return (
    <>
      <p className="actions">
        <a className="button" href={publicationAddresses.preparation("voices", occasion.id)}>
          結果の公開を準備する
        </a>
      </p>
      {mayDecideResponses(visit.ctx.actor) && (
        <details className="card mt-4 max-w-3xl">
          <summary className="font-bold">確定を取り消す</summary>
          <Form action={`${addressOf.occasion(occasion.id)}/reopening`}>
            <input type="hidden" name="version" value={occasion.version} />
            <TextArea name="reason" label="理由" rows={2} required />
            <p className="actions">
              <button className="button button-secondary">確定を取り消す</button>
            </p>
          </Form>
        </details>
      )}
    </>
  );
}

const shownAtMost = 100;

function Lacks({ standing: { openVoices, openTopics } }: Pick<StandingProps, "standing">): ReactNode {
  if (openVoices.length + openTopics.length === 0) return null;
  return (
    <section aria-labelledby="lacks" className="my-8">
      <h2 id="lacks" className="mb-2 text-[1.25rem]">
        足りないもの
      </h2>
      <LackList
        title="市の考え方"
        items={openTopics.map(({ topic, lacks }) => ({
          href: addressOf.answer(topic.id),
          label: `${topic.number}番　${topic.title}`,
          lacks,
        }))}
      />
      <LackList
        title="意見"
        items={openVoices.map(({ id, number, lacks }) => ({
          href: `/staff/desk/voices/${id}`,
          label: `意見${number}番`,
          lacks,
        }))}
      />
    </section>
  );
}

interface LackListProps {
  readonly title: string;
  readonly items: readonly { readonly href: string; readonly label: string; readonly lacks: readonly Lack[] }[];
}

function LackList({ title, items }: LackListProps): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-bold">
        {title}（{items.length}件）
      </h3>
      <ul className="mt-2 list-disc pl-6">
        {items.slice(0, shownAtMost).map(({ href, label, lacks }) => (
          <li key={href}>
            <a href={href}>{label}</a>：{[...new Set(lacks.map(({ code }) => lackLabels[code]))].join("、")}
          </li>
        ))}
      </ul>
      {items.length > shownAtMost && <p>ほか{items.length - shownAtMost}件</p>}
    </>
  );
}

interface DecisionsProps extends StandingProps {
  readonly decisions: readonly Decision[];
}

function Decisions({ visit, standing: { occasion }, decisions }: DecisionsProps): ReactNode {
  const mayDecide = mayDecideResponses(visit.ctx.actor) && !occasion.settledAt;
  return (
    <section aria-labelledby="decisions" className="my-8">
      <h2 id="decisions" className="mb-2 text-[1.25rem]">
        決定
      </h2>
      <ul className="list-disc pl-6">
        {decisions.map(({ id, title, decidedOn, documentNumber, recordedAt }) => (
          <li key={id}>
            <a href={addressOf.decision(id)}>{title}</a>{" "}
            {recordedAt && decidedOn ? `${warekiDate(decidedOn)}　${documentNumber}` : <Badge>起案中</Badge>}
          </li>
        ))}
      </ul>
      {decisions.length === 0 && <p>まだありません。</p>}
      {mayDecide && (
        <details className="card mt-4 max-w-3xl" open={decisions.length === 0}>
          <summary className="font-bold">表としてまとめて起案する</summary>
          <Form action={addressOf.decisions(occasion.id)}>
            <TextField
              name="title"
              label="件名"
              required
              value={`${occasion.title}に寄せられた意見に対する市の考え方について`}
            />
            <TextArea name="statement" label="起案文" rows={5} />
            <p className="actions">
              <button className="button button-secondary">起案をつくる</button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}

function Tables({ standing: { occasion, topics } }: Pick<StandingProps, "standing">): ReactNode {
  if (topics === 0) return null;
  return (
    <section aria-labelledby="tables" className="my-8">
      <h2 id="tables" className="mb-2 text-[1.25rem]">
        意見と市の考え方の表
      </h2>
      <p className="actions">
        {(
          [
            ["docx", "Word"],
            ["pdf", "PDF"],
            ["xlsx", "Excel"],
          ] as const
        ).map(([ending, name]) => (
          <a key={ending} className="button button-secondary" href={addressOf.table(occasion.id, ending)}>
            {name}で保存する
          </a>
        ))}
      </p>
    </section>
  );
}
