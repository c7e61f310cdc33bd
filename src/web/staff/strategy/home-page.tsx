import type { ReactNode } from "react";
import { listPlans } from "#domain/plan/index.ts";
import {
  listFindings,
  listProjects,
  listStrategies,
  mayManageStrategy,
  populationVision,
  strategyFormLabels,
  type Strategy,
} from "#domain/strategy/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { page } from "#web/answer.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

/** Strategies, population and grants at a glance, with what the detector found. */
export async function showHome(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const strategies = await listStrategies(ctx);
  const findings = (await listFindings(ctx)).filter(({ acceptance }) => !acceptance).length;
  const { paths } = await populationVision(ctx);
  const doors = [
    { href: addressOf.population, name: "人口ビジョン", words: `推計 ${paths.length}` },
    { href: addressOf.grants, name: "交付金事業", words: `事業 ${(await listProjects(ctx)).length}` },
    { href: addressOf.checks, name: "二重管理の点検", words: findings === 0 ? "指摘なし" : `指摘 ${findings}件` },
    { href: addressOf.frames, name: "国の枠組み", words: "国の総合戦略の目標" },
    { href: addressOf.programmes, name: "交付金の制度", words: "名称・補助率・要件" },
  ];
  return page(
    <StaffPage visit={visit} title="総合戦略と交付金">
      <p className="prose mb-6">
        総合戦略は、総合計画の施策と指標に付ける印です。同じ指標を二重に管理せず、総合戦略の一覧、対応表、交付金の報告がここから出ます。
      </p>
      <ul className="list-plain flex flex-wrap gap-4">
        {doors.map(({ href, name, words }) => (
          <li key={href} className="card min-w-48 !p-4">
            <a href={href} className="font-bold">
              {name}
            </a>
            <p className="text-solid-gray-700">{words}</p>
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-3 text-[1.25rem]">総合戦略</h2>
      <Strategies strategies={strategies} plans={new Map((await listPlans(ctx)).map(({ id, name }) => [id, name]))} />
      {mayManageStrategy(ctx.actor) && (
        <p className="actions mt-6">
          <a className={`button ${strategies.length > 0 ? "button-secondary" : ""}`} href={addressOf.newStrategy}>
            総合戦略を作る
          </a>
        </p>
      )}
    </StaffPage>,
  );
}

function Strategies({
  strategies,
  plans,
}: {
  readonly strategies: readonly Strategy[];
  readonly plans: ReadonlyMap<string, string>;
}): ReactNode {
  if (strategies.length === 0)
    return (
      <Empty title="総合戦略がまだありません">
        <p>計画を選んで総合戦略を作り、基本目標を加え、施策と指標に印を付けます。</p>
      </Empty>
    );
  return (
    <TableFrame label="総合戦略の一覧">
      <table className="table">
        <caption className="visually-hidden">総合戦略の一覧</caption>
        <thead>
          <tr>
            <th scope="col">総合戦略</th>
            <th scope="col">期間</th>
            <th scope="col">もとになる計画</th>
            <th scope="col">計画との関係</th>
          </tr>
        </thead>
        <tbody>
          {strategies.map((strategy) => (
            <tr key={strategy.id}>
              <th scope="row">
                <a href={addressOf.strategy(strategy.slug)}>{strategy.name}</a>
              </th>
              <td>{periodLabel(strategy)}</td>
              <td>{plans.get(strategy.planId)}</td>
              <td>{strategyFormLabels[strategy.form]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
