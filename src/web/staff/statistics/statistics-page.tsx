import type { ReactNode } from "react";
import {
  listDataSets,
  mayManageStatistics,
  registers,
  registerShapes,
  type DataSetOverview,
  statisticsReference,
} from "#domain/statistics/index.ts";
import { mayPublish } from "#domain/publication/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { page } from "#web/answer.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as publications } from "../publications/addresses.ts";
import { addressOf } from "./addresses.ts";

/** What statistics the city holds, and what else its plan is founded on. */
export async function showStatistics(visit: Visit): Promise<Response> {
  const dataSets = await listDataSets(visit.ctx);
  const mayManage = mayManageStatistics(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title="統計と計画の背景">
      <p className="prose mb-6">
        計画の根拠になる統計を取り込み、ほかの市町村と比べ、施策のページに出典とともに載せます。
      </p>
      <p className="actions mb-8">
        {mayManage && (
          <a className="button" href={addressOf.imports}>
            統計を取り込む
          </a>
        )}
        <a className="button button-secondary" href={addressOf.groups}>
          比べる団体のグループ
        </a>
        {mayPublish(visit.ctx.actor) && (
          <a className="button button-secondary" href={publications.preparation("statistics", statisticsReference)}>
            公開の準備
          </a>
        )}
      </p>
      <h2 className="mb-3 text-[1.25rem]">統計データ</h2>
      {dataSets.length === 0 ? (
        <Empty title="統計はまだありません">
          <p>SSDSE-A、総務省の主要財政指標のExcel、市の手持ちの表を、そのままの形で取り込めます。</p>
        </Empty>
      ) : (
        <DataSets dataSets={dataSets} />
      )}
      <h2 className="mt-12 mb-3 text-[1.25rem]">計画の背景</h2>
      <ul className="list-plain grid gap-4 md:grid-cols-3">
        {registers.map((register) => {
          const { address, name, purpose } = registerShapes[register];
          return (
            <li key={register} className="card">
              <p className="font-bold">
                <a href={`/staff/statistics/background/${address}`}>{name}</a>
              </p>
              <p className="mt-1">{purpose}</p>
            </li>
          );
        })}
      </ul>
    </StaffPage>,
  );
}

function DataSets({ dataSets }: { readonly dataSets: readonly DataSetOverview[] }): ReactNode {
  return (
    <TableFrame label="統計データ">
      <table className="table">
        <caption className="visually-hidden">統計データ</caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">出典</th>
            <th scope="col">年度</th>
            <th scope="col" className="number">
              項目
            </th>
            <th scope="col" className="number">
              公開する項目
            </th>
          </tr>
        </thead>
        <tbody>
          {dataSets.map((set) => (
            <tr key={set.id}>
              <th scope="row">
                <a href={addressOf.dataSet(set.code)}>{set.name}</a>
              </th>
              <td>{set.source}</td>
              <td className="whitespace-nowrap">{yearsText(set)}</td>
              <td className="number">{set.items}</td>
              <td className="number">{set.publicItems}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function yearsText({ firstYear, lastYear }: DataSetOverview): string {
  if (firstYear === null || lastYear === null) return "";
  return firstYear === lastYear
    ? fiscalYearLabel(firstYear)
    : `${fiscalYearLabel(firstYear)}〜${fiscalYearLabel(lastYear)}`;
}
