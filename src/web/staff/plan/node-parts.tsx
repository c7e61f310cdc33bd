import type { ReactNode } from "react";
import {
  sdgGoals,
  strengthLabels,
  strengthSigns,
  type NodePage,
  type SdgLink,
  type StoredIndicator,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { figure } from "#kernel/figures.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { addressOf as declarationAddress } from "../declarations/addresses.ts";
import { addressOf, nodeName } from "./addresses.ts";

/** The indicators of a measure as a table, with the ways to change them. */
export function Indicators({ page, mayEdit }: { readonly page: NodePage; readonly mayEdit: boolean }): ReactNode {
  const { plan, node, indicators } = page;
  return (
    <section aria-labelledby="indicators" className="mt-12">
      <h2 id="indicators" className="text-[1.25rem]">
        成果指標
      </h2>
      {indicators.length === 0 ? (
        <p className="mt-2">まだありません。</p>
      ) : (
        <div className="mt-4">
          <TableFrame label="成果指標の表">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">番号</th>
                  <th scope="col">指標名</th>
                  <th scope="col">単位</th>
                  <th scope="col" className="number">
                    基準値
                  </th>
                  <th scope="col" className="number">
                    目標値
                  </th>
                  <th scope="col" className="number">
                    最新の実績値
                  </th>
                </tr>
              </thead>
              <tbody>
                {indicators.map((each) => (
                  <IndicatorRow key={each.id} indicator={each} href={addressOf.indicator(plan, each.id)} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </div>
      )}
      {mayEdit && (
        <p className="actions mt-4">
          <a className="button button-secondary" href={addressOf.newIndicator(plan, node.id)}>
            指標を加える
          </a>
        </p>
      )}
    </section>
  );
}

function IndicatorRow({ indicator, href }: { readonly indicator: StoredIndicator; readonly href: string }): ReactNode {
  const { baseline, decimals } = indicator;
  const target = indicator.targets.at(-1);
  const actual = indicator.actuals.findLast((each) => each.value !== null);
  return (
    <tr>
      <td className="whitespace-nowrap">{indicator.code}</td>
      <th scope="row" className="min-w-48">
        <a href={href}>{indicator.name}</a>
        {indicator.accumulation === "cumulative" && !indicator.name.includes("累計") && "（累計）"}
      </th>
      <td>{indicator.unit}</td>
      <td className="number">
        {valueWords(baseline.value, decimals, baseline.words)}
        <YearNote year={baseline.year} />
      </td>
      <td className="number">
        {target ? valueWords(target.value, decimals, target.words) : "−"}
        {target && target.upperValue !== null && `〜${figure(target.upperValue, decimals)}`}
        <YearNote year={target?.year ?? null} />
      </td>
      <td className="number">
        {valueWords(actual?.value ?? null, decimals, "")}
        <YearNote year={actual?.year ?? null} />
      </td>
    </tr>
  );
}

function valueWords(value: number | null, decimals: number, words: string): string {
  return value === null ? words || "−" : figure(value, decimals);
}

function YearNote({ year }: { readonly year: number | null }): ReactNode {
  return year !== null && <span className="block text-[0.875rem] text-solid-gray-700">{fiscalYearLabel(year)}</span>;
}

/** Which goals of the SDGs a measure serves, and the way to change it. */
export function SdgLinks({ page, mayEdit }: { readonly page: NodePage; readonly mayEdit: boolean }): ReactNode {
  const { plan, node, sdgs } = page;
  return (
    <section aria-labelledby="sdgs" className="mt-12">
      <h2 id="sdgs" className="text-[1.25rem]">
        SDGsとの関係
      </h2>
      {sdgs.length === 0 ? (
        <p className="mt-2">まだ決まっていません。</p>
      ) : (
        <ul className="list-plain mt-2 space-y-2">
          {sdgs.map((link) => (
            <SdgItem key={link.goal} link={link} />
          ))}
        </ul>
      )}
      {mayEdit && (
        <p className="actions mt-4">
          <a className="button button-secondary" href={addressOf.nodeSdgs(plan, node.id)}>
            SDGsとの関係を直す
          </a>
        </p>
      )}
    </section>
  );
}

/** The way to the register of those with whom a measure is carried out. */
export function TogetherLink({ page: { node } }: { readonly page: NodePage }): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="together">
      <h2 id="together" className="text-[1.25rem]">
        ともに進める人たち
      </h2>
      <p className="actions mt-4">
        <a className="button button-secondary" href={declarationAddress.partnerships(node.id)}>
          協働の相手を見る
        </a>
      </p>
    </section>
  );
}

function SdgItem({ link }: { readonly link: SdgLink }): ReactNode {
  const goal = sdgGoals.find((each) => each.number === link.goal);
  return (
    <li>
      <b>
        {strengthSigns[link.strength]} {link.goal} {goal?.shortName}
      </b>
      <span className="text-solid-gray-700">
        （{strengthLabels[link.strength]}
        {link.targets.length > 0 && `、ターゲット ${link.targets.join("・")}`}）
      </span>
      {link.reason && <span className="block pl-6">{link.reason}</span>}
    </li>
  );
}

/** Before and behind, and what stands below. */
export function Neighbours({ page }: { readonly page: NodePage }): ReactNode {
  const { plan, level, previous, next, children } = page;
  return (
    <nav aria-label="前後の項目" className="no-print mt-12 border-t border-solid-gray-200 pt-4">
      {children.length > 0 && (
        <>
          <h2 className="text-[1.125rem]">この下の項目</h2>
          <ul className="mt-2 mb-6 list-disc space-y-1 pl-6">
            {children.map((child) => (
              <li key={child.id}>
                <a href={addressOf.node(plan, child.id)}>{nodeName(child)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="list-plain flex flex-wrap justify-between gap-4">
        <li>
          {previous && (
            <a href={addressOf.node(plan, previous.id)}>
              ‹ 前の{level.name}：{nodeName(previous)}
            </a>
          )}
        </li>
        <li>
          {next && (
            <a href={addressOf.node(plan, next.id)}>
              次の{level.name}：{nodeName(next)} ›
            </a>
          )}
        </li>
      </ul>
    </nav>
  );
}
