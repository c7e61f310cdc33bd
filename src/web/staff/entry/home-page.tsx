import { channelLabels, listOccasions, mayEnterVoices } from "#domain/voices/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { ledgerCrumb } from "../voices/addresses.ts";
import { addressOf, homeCrumb } from "./addresses.ts";

/** The procedures to which the person may enter voices. */
export async function showEntryHome(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const occasions = (await listOccasions(ctx)).filter((occasion) => mayEnterVoices(ctx.actor, occasion));
  return page(
    <StaffPage visit={visit} title={homeCrumb.label} crumbs={[ledgerCrumb]}>
      <p className="prose">
        郵送・ファックス・電子メール・窓口で届いた意見を1枚ずつ入れるか、Excel・CSVの表をまとめて取り込みます。どの意見募集や懇談会に届いたものかを、先に選んでください。
      </p>
      {occasions.length === 0 ? (
        <Empty title="意見を入れられるものが、まだありません">
          <p>意見募集・懇談会・アンケートなどが作られると、ここに並びます。ほかの課が受け付けるものは出ません。</p>
        </Empty>
      ) : (
        <TableFrame label="意見を入れられるもの">
          <table className="table">
            <caption className="visually-hidden">意見を入れられるもの</caption>
            <thead>
              <tr>
                {["名前", "経路", "期間", "状態"].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {occasions.map(({ id, title, channel, opensOn, closesOn, settledAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={addressOf.occasion(id)}>{title}</a>
                  </th>
                  <td>{channelLabels[channel]}</td>
                  <td>
                    {warekiDate(opensOn)}〜{closesOn && warekiDate(closesOn)}
                  </td>
                  <td>{settledAt ? <Badge>結果を確定済み</Badge> : <Badge tone="good">入れられます</Badge>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </StaffPage>,
  );
}
