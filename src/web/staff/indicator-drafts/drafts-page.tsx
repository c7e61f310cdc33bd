import type { ReactNode } from "react";
import {
  confirmActuals,
  draftActuals,
  planBySlug,
  type CellsRefusal,
  type DraftActual,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, type Option } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, nodeName, planCrumbs } from "../plan/addresses.ts";
import { divisionOptions, labelOf } from "../plan/division-options.ts";
import { actualText } from "../plan/indicators/value-words.ts";
import { draftsAddress } from "./addresses.ts";

interface Refused {
  readonly refusal: Refusal;
  /** What was chosen when it was refused. */
  readonly chosen: readonly string[];
}

/** The drafts that this person may confirm, to be looked through and confirmed together (まとめて確定する). */
export async function showDrafts(visit: Visit, refused?: Refused): Promise<Response> {
  const { ctx, params, query, form } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const all = await draftActuals(ctx, plan);
  const division = query.get("division") ?? text(form, "division");
  const divisions = await divisionOptions(ctx);
  const drafts = all.filter(({ divisionId }) => division === "" || divisionId === division);
  return page(
    <StaffPage
      visit={visit}
      title="入力中の実績値の確定"
      crumbs={[...planCrumbs(plan), { href: addressOf.indicators(plan), label: "指標の一覧" }]}
      wide
    >
      {refused && <RefusalNotice refusal={refused.refusal} />}
      {all.length > 0 && <Choosing plan={plan} all={all} divisions={divisions} division={division} />}
      {drafts.length === 0 ? (
        <Empty title="確定を待つ実績値はありません。">
          <p>入力中の実績値のうち、あなたが確定できるものがここに並びます。</p>
        </Empty>
      ) : (
        <Drafts plan={plan} drafts={drafts} divisions={divisions} division={division} chosen={refused?.chosen} />
      )}
    </StaffPage>,
    refused ? 422 : 200,
  );
}

/** Confirms what was chosen as it stood on the page, all or none. */
export async function confirmDrafts(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const chosen = texts(form, "draft");
  if (chosen.length === 0) return showDrafts(visit, { refusal: nothingChosen, chosen });
  const drafts = new Map((await draftActuals(ctx, plan)).map((draft) => [keyOf(draft), draft]));
  const cells = chosen.flatMap((key) => drafts.get(key) ?? []);
  if (cells.length < chosen.length) return showDrafts(visit, { refusal: changedMeanwhile, chosen });
  const result = await confirmActuals(ctx, {
    planId: plan.id,
    cells: cells.map(({ indicator, actual }) => ({ indicatorId: indicator.id, year: actual.year, seen: actual })),
  });
  if (!result.ok) return showDrafts(visit, { refusal: refusalIn(result.refusal, cells), chosen });
  return onwards(`${draftsAddress(plan)}?division=${text(form, "division")}`, "confirmed");
}

/** A draft as the page saw it: its indicator's version counts up whenever one of its values changes. */
function keyOf({ indicator, actual }: DraftActual): string {
  return `${indicator.id} ${actual.year} ${indicator.version}`;
}

function refusalIn({ code, cells }: CellsRefusal, drafts: readonly DraftActual[]): Refusal {
  const names = new Map(drafts.map(({ indicator }) => [indicator.id, `${indicator.code} ${indicator.name}`]));
  const faults = cells.map(({ indicatorId, message }) => `${names.get(indicatorId) ?? ""}：${message}`);
  return { code, message: `${cells.length}か所が確定できないため、何も確定していません。`, remedy: faults.join(" ") };
}

interface ChoosingProps {
  readonly plan: PlanWithLevels;
  readonly all: readonly DraftActual[];
  readonly divisions: readonly Option[];
  readonly division: string;
}

function Choosing({ plan, all, divisions, division }: ChoosingProps): ReactNode {
  const waiting = new Set(all.map(({ divisionId }) => divisionId));
  return (
    <form action={draftsAddress(plan)} className="mb-6 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField
        name="division"
        label="担当課"
        blank="すべて"
        options={divisions.filter(({ value }) => waiting.has(value))}
        value={division}
      />
      <button className="button button-secondary">絞り込む</button>
    </form>
  );
}

interface DraftsProps extends Omit<ChoosingProps, "all"> {
  readonly drafts: readonly DraftActual[];
  readonly chosen: readonly string[] | undefined;
}

function Drafts({ plan, drafts, divisions, division, chosen }: DraftsProps): ReactNode {
  const early = drafts.filter(({ hasBegun }) => !hasBegun).length;
  return (
    <Form action={draftsAddress(plan)} className="">
      <input type="hidden" name="division" value={division} />
      <p className="prose mb-4">
        値を前の値と見くらべて、確定しないものの印を外し、「確定する」を押します。確定した値は、次に公開する版に載ります。
        {early > 0 &&
          `まだ始まっていない年度の値（${early}か所）は確定できません。名前を押して、値を消すか移してください。`}
      </p>
      <TableFrame label="入力中の実績値">
        <table className="table">
          <caption>{drafts.length}か所</caption>
          <thead>
            <tr>
              <th scope="col">確定</th>
              <th scope="col">指標</th>
              <th scope="col">施策</th>
              <th scope="col">担当課</th>
              <th scope="col">年度</th>
              <th scope="col" className="number">
                前の値
              </th>
              <th scope="col" className="number">
                入力中の値
              </th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <DraftRow
                key={keyOf(draft)}
                plan={plan}
                draft={draft}
                division={labelOf(divisions, draft.divisionId ?? "")}
                isChosen={chosen === undefined || chosen.includes(keyOf(draft))}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="save-bar mt-4">
        <p className="actions">
          <button className="button">確定する</button>
          <span className="text-solid-gray-700">確定した値を直すには、訂正の理由が要ります。</span>
        </p>
      </div>
    </Form>
  );
}

interface RowProps {
  readonly plan: PlanWithLevels;
  readonly draft: DraftActual;
  readonly division: string;
  readonly isChosen: boolean;
}

function DraftRow({ plan, draft, division, isChosen }: RowProps): ReactNode {
  const { indicator, measure, actual, before, hasBegun } = draft;
  const name = `${indicator.code} ${indicator.name}`;
  return (
    <tr>
      <td>
        {hasBegun ? (
          <input
            type="checkbox"
            name="draft"
            value={keyOf(draft)}
            className="h-6 w-6"
            defaultChecked={isChosen}
            aria-label={`${name}の${fiscalYearLabel(actual.year)}を確定する`}
          />
        ) : (
          <Badge tone="caution">始まる前</Badge>
        )}
      </td>
      <th scope="row">
        <a href={addressOf.indicator(plan, indicator.id)}>{name}</a>
      </th>
      <td>{nodeName(measure)}</td>
      <td>{division}</td>
      <td className="whitespace-nowrap">{fiscalYearLabel(actual.year)}</td>
      <td className="number">
        {before ? `${actualText(indicator, before)}（${fiscalYearLabel(before.year)}）` : "なし"}
      </td>
      <td className="number font-bold">{actualText(indicator, actual)}</td>
    </tr>
  );
}

const nothingChosen: Refusal = {
  code: "nothingChosen",
  message: "確定する実績値が選ばれていません。",
  remedy: "確定するものに印を付けて、もう一度「確定する」を押してください。",
};

const changedMeanwhile: Refusal = {
  code: "stale",
  message: "開いている間に、選んだ実績値のどれかを、ほかの人が変えたか確定しました。何も確定していません。",
  remedy: "下の値を確かめてから、もう一度「確定する」を押してください。印の外れているものが、変わった値です。",
};
