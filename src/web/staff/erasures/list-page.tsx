import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import { manuscriptKept, removedSections } from "#domain/documents/index.ts";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  confirmErasure,
  erasureKindLabels,
  planBySlug,
  planErasures,
  takeBackErasure,
  type NamedErasure,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { otherPurgers } from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { Fact } from "../publications/words.tsx";
import { erasurePath, erasuresPath } from "./addresses.ts";
import { Leftovers } from "./leftovers.tsx";
import { partsWords } from "./part-words.ts";

/** What a person who confirms must write, so that nobody does it by a slip of the hand. */
const confirmationWords = "消去する";

const notConfirmed: Refusal = {
  code: "notConfirmed",
  message: "確認のことばが違います。",
  remedy: `元に戻せない操作です。進めるときは「${confirmationWords}」と入れてください。`,
};

export function showErasures(visit: Visit): Promise<Response> {
  return listPage(visit);
}

export async function confirm(visit: Visit): Promise<Response> {
  const typed = text(visit.form, `confirmation-${visit.params["erasure"] ?? ""}`);
  if (typed.trim() !== confirmationWords) return listPage(visit, notConfirmed);
  const result = await confirmErasure(visit.ctx, { id: visit.params["erasure"] ?? "", above: manuscriptKept });
  return result.ok ? onwards(erasuresPath(visit.params["slug"] ?? ""), "erased") : listPage(visit, result.refusal);
}

export async function takeBack(visit: Visit): Promise<Response> {
  const result = await takeBackErasure(visit.ctx, { id: visit.params["erasure"] ?? "" });
  return result.ok ? onwards(erasuresPath(visit.params["slug"] ?? ""), "cancelled") : listPage(visit, result.refusal);
}

async function listPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const erasures = await planErasures(ctx, plan.id, manuscriptKept);
  const people = erasures.flatMap(({ askedBy, erasedBy }) => [askedBy ?? [], erasedBy ?? []].flat());
  const names = await peopleNames(ctx, [...new Set(people)]);
  const isAlone = (await otherPurgers(ctx)) === 0;
  const waiting = erasures.filter(({ erasedAt }) => erasedAt === null);
  const done = erasures.filter(({ erasedAt }) => erasedAt !== null);
  return page(
    <StaffPage visit={visit} title={`${plan.name}の内容の消去`} crumbs={[]}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Guide />
      <h2 className="mt-10 mb-4 text-[1.25rem]">確認を待っているもの</h2>
      {waiting.length === 0 && <Empty title="確認を待っているものはありません" />}
      {waiting.map((erasure) => (
        <Waiting
          key={erasure.id}
          plan={plan}
          erasure={erasure}
          asker={names.get(erasure.askedBy ?? "") ?? "システム"}
          isOwn={erasure.askedBy === personId(ctx.actor)}
          isAlone={isAlone}
        />
      ))}
      <h2 className="mt-10 mb-4 text-[1.25rem]">消去したもの</h2>
      {done.length === 0 ? <Empty title="まだ消去したものはありません" /> : <Done erasures={done} names={names} />}
      {await Leftovers({ visit, plan })}
      <Removed plan={plan} sections={await removedSections(ctx, plan.id)} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function Guide(): ReactNode {
  return (
    <div className="prose">
      <p>
        個人の情報などが、直す前の文章や取り込んだ表に残ったときに、その内容だけを消します。だれが、いつ、なぜ消したかは残ります。
      </p>
      <ul className="list-disc pl-6">
        <li>施策などの版歴：施策のページの「版歴」から求めます。</li>
        <li>指標の定義と値の変更：指標のページの「変更の履歴」から求めます。</li>
        <li>取り込んだ表：「表からの取込み」の一覧から求めます。</li>
        <li>原稿：節のページの「漏れた情報を原稿から消去する」から求めます。</li>
      </ul>
      <p>
        これまでのバックアップと、データベースの作業記録（WAL）には、しばらく残ります。扱いをシステム管理者と決めてください。
      </p>
    </div>
  );
}

interface RemovedProps {
  readonly plan: PlanWithLevels;
  readonly sections: Awaited<ReturnType<typeof removedSections>>;
}

/** A section that was taken out of the manuscript has no page any more; what it keeps is reached from here. */
function Removed({ plan, sections }: RemovedProps): ReactNode {
  if (sections.length === 0) return null;
  return (
    <>
      <h2 className="mt-10 mb-4 text-[1.25rem]">原稿から外した節</h2>
      <ul className="list-disc pl-6">
        {sections.map(({ id, name }) => (
          <li key={id}>
            <a href={erasurePath(plan.slug, { kind: "section", targetId: id })}>{name}に残る内容を消去する</a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface WaitingProps {
  readonly plan: PlanWithLevels;
  readonly erasure: NamedErasure;
  readonly asker: string;
  readonly isOwn: boolean;
  readonly isAlone: boolean;
}

/** A second person confirms; who asked may do so only where nobody else could. */
function Waiting({ plan, erasure, asker, isOwn, isAlone }: WaitingProps): ReactNode {
  const path = `${erasuresPath(plan.slug)}/${erasure.id}`;
  return (
    <section className="card mb-6 max-w-3xl" aria-labelledby={`erasure-${erasure.id}`}>
      <h3 id={`erasure-${erasure.id}`} className="mb-3 text-[1.125rem]">
        {erasure.targetName}の{erasureKindLabels[erasure.kind]}
      </h3>
      <dl className="mb-4 grid gap-2">
        <Fact name="消去するもの">{partsWords(erasure.parts)}</Fact>
        <Fact name="求めた人">{asker}</Fact>
        <Fact name="求めた日時">{momentWords(erasure.askedAt)}</Fact>
        <Fact name="理由">{erasure.reason}</Fact>
      </dl>
      {isOwn && !isAlone ? (
        <Notice tone="caution" title="別の人の確認を待っています。">
          企画担当かシステム管理者の、別の人に、このページを開いて確認するよう頼んでください。
        </Notice>
      ) : (
        <Form action={`${path}/confirmation`}>
          {isOwn && (
            <Notice tone="caution" title="ひとりで消去しようとしています。">
              確認できる人が、ほかに登録されていません。理由と対象をもう一度確かめてください。
            </Notice>
          )}
          <TextField
            name={`confirmation-${erasure.id}`}
            label="確認のことば"
            hint={`進めるときは「${confirmationWords}」と入れてください。元に戻せません。`}
            autoComplete="off"
            short
            required
          />
          <p className="actions">
            <button className="button button-danger">内容を消去する</button>
          </p>
        </Form>
      )}
      <Form action={`${path}/taking-back`} className="mt-4">
        <button className="button button-secondary">求めを取り消す</button>
      </Form>
    </section>
  );
}

interface DoneProps {
  readonly erasures: readonly NamedErasure[];
  readonly names: ReadonlyMap<string, string>;
}

function Done({ erasures, names }: DoneProps): ReactNode {
  const who = (id: string | null) => names.get(id ?? "") ?? "システム";
  return (
    <TableFrame label="消去したもの">
      <table className="table">
        <caption className="visually-hidden">消去したもの</caption>
        <thead>
          <tr>
            <th scope="col">消去したもの</th>
            <th scope="col">理由</th>
            <th scope="col">求めた人</th>
            <th scope="col">確認した人</th>
            <th scope="col">消去した日時</th>
          </tr>
        </thead>
        <tbody>
          {erasures.map((erasure) => (
            <tr key={erasure.id}>
              <th scope="row" className="min-w-48 font-normal">
                {erasure.targetName}の{erasureKindLabels[erasure.kind]}：{partsWords(erasure.parts)}
              </th>
              <td className="min-w-48">{erasure.reason}</td>
              <td>{who(erasure.askedBy)}</td>
              <td>{who(erasure.erasedBy)}</td>
              <td className="whitespace-nowrap">{erasure.erasedAt && momentWords(erasure.erasedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
