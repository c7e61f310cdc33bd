import type { ReactNode } from "react";
import {
  continueIndicator,
  lineageBoard,
  mayTraceLineage,
  planBySlug,
  separateIndicator,
  seriesOffers,
  type LineageBoard,
  type SeriesOffer,
} from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "../plan/addresses.ts";
import { lineagePath } from "./addresses.ts";

/** Which indicators of the old plan go on in the new one, so that their values are one series (指標の引継ぎ). */
export async function showContinuations(visit: Visit): Promise<Response> {
  return continuationsPage(visit);
}

export async function saveContinuation(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const into = text(form, "into");
  const result = await continueIndicator(ctx, {
    indicatorId: text(form, "indicator"),
    nodeId: text(form, "node"),
    intoId: into === "" ? null : into,
  });
  return result.ok ? onwards(lineagePath.indicators(plan), "saved") : continuationsPage(visit, result.refusal);
}

export async function endContinuation(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const result = await separateIndicator(ctx, { id: text(form, "indicator") });
  return result.ok ? onwards(lineagePath.indicators(plan), "saved") : continuationsPage(visit, result.refusal);
}

async function continuationsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const board = await lineageBoard(ctx, plan);
  const offers = await seriesOffers(ctx, board);
  const crumbs = [...planCrumbs(plan), { href: lineagePath.board(plan), label: "前の計画との対応" }];
  const done = offers.filter(({ heir }) => heir).length;
  return page(
    <StaffPage visit={visit} title="指標の引継ぎ" crumbs={crumbs} wide>
      {refusal && (
        <div className="mb-6">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      <p className="prose mb-6">
        対応づけた施策の指標を引き継ぐと、前の計画とこの計画の実績値が、一つの続いた値になります。単位が同じ指標だけを引き継げます。
      </p>
      {offers.length === 0 ? (
        <Empty title="引き継げる指標はありません。">
          <p>前の計画の施策を対応づけると、その指標がここに並びます。</p>
        </Empty>
      ) : (
        <>
          <p className="mb-4 font-bold">
            {offers.length}件のうち{done}件を引き継いでいます。
          </p>
          <OfferTable board={board} offers={offers} mayTrace={mayTraceLineage(ctx.actor)} />
        </>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface OffersProps {
  readonly board: LineageBoard;
  readonly offers: readonly SeriesOffer[];
  readonly mayTrace: boolean;
}

function OfferTable({ board, offers, mayTrace }: OffersProps): ReactNode {
  const names = new Map([...board.old, ...board.new].map((node) => [node.id, `${node.code} ${node.title}`.trim()]));
  return (
    <TableFrame label="前の計画の指標">
      <table className="table">
        <caption>対応づけた施策の、前の計画の指標</caption>
        <thead>
          <tr>
            <th scope="col">前の計画の指標</th>
            <th scope="col">単位</th>
            <th scope="col">この計画の施策</th>
            <th scope="col">引継ぎ</th>
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <tr key={`${offer.pair.id}-${offer.old.id}`}>
              <th scope="row">
                {offer.old.code} {offer.old.name}
              </th>
              <td className="whitespace-nowrap">{offer.old.unit || "−"}</td>
              <td>{names.get(offer.pair.newNodeId) ?? ""}</td>
              <td>
                <OfferCell plan={board.plan} offer={offer} mayTrace={mayTrace} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface CellProps {
  readonly plan: LineageBoard["plan"];
  readonly offer: SeriesOffer;
  readonly mayTrace: boolean;
}

function OfferCell({ plan, offer: { pair, old, heir, candidates }, mayTrace }: CellProps): ReactNode {
  if (heir)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <a href={addressOf.indicator(plan, heir.id)}>
          {heir.code} {heir.name}
        </a>
        {mayTrace && (
          <Form action={lineagePath.separation(plan)} className="">
            <input type="hidden" name="indicator" value={heir.id} />
            <button className="button button-secondary button-small" aria-label={`${old.name}の引継ぎをやめる`}>
              引継ぎをやめる
            </button>
          </Form>
        )}
      </div>
    );
  if (!mayTrace) return "まだ引き継いでいません";
  return (
    <Form action={lineagePath.indicators(plan)} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="indicator" value={old.id} />
      <input type="hidden" name="node" value={pair.newNodeId} />
      <select
        name="into"
        className="input !w-auto max-w-80"
        aria-label={`${old.name}を引き継ぐ指標`}
        defaultValue={candidates.find((each) => each.name === old.name)?.id ?? ""}
      >
        <option value="">新しい指標を作って引き継ぐ</option>
        {candidates.map((each) => (
          <option key={each.id} value={each.id}>
            {`${each.code} ${each.name}（${each.unit || "単位なし"}）`}
          </option>
        ))}
      </select>
      <button className="button button-small" aria-label={`${old.name}を引き継ぐ`}>
        引き継ぐ
      </button>
    </Form>
  );
}
