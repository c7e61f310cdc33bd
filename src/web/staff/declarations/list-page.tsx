import type { ReactNode } from "react";
import {
  declarationStateLabels,
  declarerKindLabels,
  listDeclarations,
  yearlyAnswerLabels,
  type Declaration,
} from "#domain/declarations/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import { mayPublish } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as publicationAddress } from "../publications/addresses.ts";
import { addressOf } from "./addresses.ts";

/** All declarations with where each stands; what waits stands first. */
export async function showList(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const all = await listDeclarations(ctx);
  const waiting = all.filter(({ state }) => state === "waiting");
  const plans = (await listPlans(ctx)).filter(({ id }) => all.some(({ planId }) => planId === id));
  return page(
    <StaffPage visit={visit} title="宣言">
      <p className="prose mb-6">
        事業者や団体が、SDGsと施策のために取り組むことを宣言します。確かめて受け入れたものを、計画ごとにまとめて公表します。
      </p>
      {all.length === 0 ? (
        <Empty title="宣言は、まだ届いていません">
          <p>公開サイトの「ともに進める人たち」から届くと、ここに並びます。</p>
        </Empty>
      ) : (
        <Rows declarations={[...waiting, ...all.filter((each) => !waiting.includes(each))]} />
      )}
      {mayPublish(ctx.actor) && plans.length > 0 && (
        <p className="actions mt-6">
          {plans.map(({ id, slug, name }) => (
            <a key={id} className="button" href={publicationAddress.preparation("declaration", slug)}>
              「{name}」の宣言と協働の相手を公表する
            </a>
          ))}
        </p>
      )}
    </StaffPage>,
  );
}

function Rows({ declarations }: { readonly declarations: readonly Declaration[] }): ReactNode {
  return (
    <TableFrame label="宣言の一覧">
      <table className="table">
        <caption className="visually-hidden">宣言の一覧</caption>
        <thead>
          <tr>
            {["番号", "名前", "区分", "届いた日", "扱い", "ことしの知らせ"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {declarations.map((each) => (
            <tr key={each.id}>
              <td>{each.number}</td>
              <th scope="row">
                <a href={addressOf.declaration(each.number)}>{each.organisation}</a>
                {!each.showsName && <span className="block font-normal">名前の公表を望まない</span>}
              </th>
              <td>{declarerKindLabels[each.kind]}</td>
              <td>{warekiDate(tokyoDay(each.sentAt))}</td>
              <td>
                <Badge tone={toneOf(each)}>{declarationStateLabels[each.state]}</Badge>
              </td>
              <td>{yearWords(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function toneOf({ state }: Declaration) {
  if (state === "accepted") return "good";
  return state === "waiting" ? "caution" : "plain";
}

function yearWords({ years }: Declaration): string {
  const last = years.at(-1);
  return last ? `${last.year}年度：${yearlyAnswerLabels[last.answer]}` : "";
}
