import type { ReactNode } from "react";
import { listPlans, mayReadPlans } from "#domain/plan/index.ts";
import {
  channelLabels,
  dutyLabels,
  isEntered,
  listOccasions,
  mayManageOccasions,
  type Occasion,
} from "#domain/voices/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb } from "./addresses.ts";

/** Every occasion of the city (聴取の機会), also those whose voices only staff enter. */
export async function showOccasions(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const occasions = await listOccasions(ctx);
  const plans = new Map((mayReadPlans(ctx.actor) ? await listPlans(ctx) : []).map(({ id, name }) => [id, name]));
  const mayManage = mayManageOccasions(ctx.actor);
  return page(
    <StaffPage visit={visit} title="聴取の機会" crumbs={[ledgerCrumb]}>
      <p className="prose mb-6">
        意見を聴いた機会の一覧です。意見募集・懇談会・ワークショップ・提案の募集は「意見募集など」で作ります。アンケートの自由記述、審議会・策定委員会の発言、職員や議会の意見は、ここで機会を作り、紙やファイルから入れます。
      </p>
      {occasions.length === 0 ? (
        <Empty title="聴取の機会は、まだありません" />
      ) : (
        <OccasionTable occasions={occasions} plans={plans} mayManage={mayManage} />
      )}
      {mayManage && (
        <p className="actions mt-6">
          <a className="button button-secondary" href={addressOf.newOccasion}>
            聴取の機会を作る
          </a>
        </p>
      )}
    </StaffPage>,
  );
}

interface TableProps {
  readonly occasions: readonly Occasion[];
  readonly plans: ReadonlyMap<string, string>;
  readonly mayManage: boolean;
}

function OccasionTable({ occasions, plans, mayManage }: TableProps): ReactNode {
  return (
    <TableFrame label="聴取の機会の一覧">
      <table className="table">
        <caption className="visually-hidden">聴取の機会の一覧</caption>
        <thead>
          <tr>
            {["名前", "経路", "期間", "回答の扱い", "計画", "結果"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {occasions.map((occasion) => (
            <tr key={occasion.id}>
              <th scope="row" className="min-w-48">
                <a href={`${addressOf.list}?occasion=${occasion.id}`}>{occasion.title}</a>
                {mayManage && isEntered(occasion.channel) && !occasion.settledAt && (
                  <a className="ml-3 font-normal" href={addressOf.occasion(occasion.id)}>
                    直す<span className="visually-hidden">（{occasion.title}）</span>
                  </a>
                )}
              </th>
              <td className="whitespace-nowrap">{channelLabels[occasion.channel]}</td>
              <td className="whitespace-nowrap">
                {warekiDate(occasion.opensOn)}〜{occasion.closesOn && warekiDate(occasion.closesOn)}
              </td>
              <td>{dutyLabels[occasion.duty]}</td>
              <td>{plans.get(occasion.planId)}</td>
              <td>{occasion.settledAt ? <Badge tone="good">確定済み</Badge> : <Badge>まだ確定していません</Badge>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
