import type { ReactNode } from "react";
import {
  checkGroupLabels,
  planBySlug,
  planChecklist,
  type CheckItem,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { csvText } from "#export/csv.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField, type Option } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { planCrumbs } from "../plan/addresses.ts";
import { divisionOptions, labelOf } from "../plan/division-options.ts";
import { checksPath, placeAddress } from "./addresses.ts";

interface Checks {
  readonly plan: PlanWithLevels;
  readonly all: readonly CheckItem[];
  readonly shown: readonly CheckItem[];
  readonly divisions: readonly Option[];
  readonly group: string;
  readonly division: string;
}

const nobody: Option = { value: "none", label: "主管課が決まっていないもの" };

async function readChecks({ ctx, params, query }: Visit): Promise<Checks> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const all = await planChecklist(ctx, plan);
  const group = query.get("group") ?? "";
  const division = query.get("division") ?? "";
  const shown = all.filter(
    (item) =>
      (group === "" || item.group === group) && (division === "" || (item.divisionId ?? nobody.value) === division),
  );
  return { plan, all, shown, group, division, divisions: await divisionOptions(ctx) };
}

/** What is to be mended before a version is made, each with the way to where it is mended (点検). */
export async function showChecks(visit: Visit): Promise<Response> {
  const checks = await readChecks(visit);
  const { plan, all, shown } = checks;
  return page(
    <StaffPage visit={visit} title="点検" crumbs={planCrumbs(plan)} wide>
      <p className="prose mb-4">版を作る前に直すところの一覧です。対象の名前を押すと、直すページが開きます。</p>
      {all.length === 0 ? (
        <Notice tone="good" title="直すところはありません。">
          公表へ進めます。
        </Notice>
      ) : (
        <>
          <GroupCounts checks={checks} />
          <Filter checks={checks} query={visit.url.search} />
          {shown.length === 0 ? <p>当てはまるものはありません。</p> : <CheckTable checks={checks} />}
        </>
      )}
      <p className="mt-6">
        <a href={checksPath.quality(plan)}>課ごとの入力の状況を見る</a>
      </p>
    </StaffPage>,
  );
}

function GroupCounts({ checks: { plan, all } }: { readonly checks: Checks }): ReactNode {
  return (
    <ul className="list-plain mb-6 flex flex-wrap gap-4">
      {Object.entries(checkGroupLabels).map(([group, label]) => {
        const count = all.filter((item) => item.group === group).length;
        return (
          <li key={group} className="card !p-4">
            <a href={`${checksPath.list(plan)}?group=${group}`}>{label}</a>
            <p className="text-[1.5rem] font-bold">{count}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Filter({ checks, query }: { readonly checks: Checks; readonly query: string }): ReactNode {
  const { plan, group, division, divisions } = checks;
  const groups = Object.entries(checkGroupLabels).map(([value, label]) => ({ value, label }));
  return (
    <form action={checksPath.list(plan)} className="mb-6 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField name="group" label="種類" blank="すべて" options={groups} value={group} />
      <SelectField name="division" label="主管課" blank="すべて" options={[nobody, ...divisions]} value={division} />
      <button className="button">絞り込む</button>
      <a href={`${checksPath.file(plan)}${query}`} className="button button-secondary">
        CSVで保存する
      </a>
    </form>
  );
}

function CheckTable({ checks }: { readonly checks: Checks }): ReactNode {
  const { plan, shown, divisions } = checks;
  return (
    <TableFrame label="直すところ">
      <table className="table">
        <caption>{shown.length}件</caption>
        <thead>
          <tr>
            <th scope="col">種類</th>
            <th scope="col">対象</th>
            <th scope="col">直すところ</th>
            <th scope="col">主管課</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <tr key={index}>
              <td className="whitespace-nowrap">{checkGroupLabels[item.group]}</td>
              <td>
                <a href={placeAddress(plan, item.place)}>{item.about}</a>
              </td>
              <td>{item.wrong}</td>
              <td>{divisionWords(divisions, item.divisionId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function divisionWords(divisions: readonly Option[], id: string | null): string {
  return id === null ? "−" : labelOf(divisions, id) || "廃止された課";
}

export async function saveChecksFile(visit: Visit): Promise<Response> {
  const { plan, shown, divisions } = await readChecks(visit);
  const rows = shown.map((item) => [
    checkGroupLabels[item.group],
    item.about,
    item.wrong,
    item.divisionId === null ? "" : divisionWords(divisions, item.divisionId),
  ]);
  const text = csvText([["種類", "対象", "直すところ", "主管課"], ...rows]);
  return download(text, `${plan.name}_点検.csv`, "text/csv; charset=utf-8");
}
