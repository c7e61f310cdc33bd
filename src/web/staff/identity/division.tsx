import type { ReactNode } from "react";
import {
  abolishDivision,
  changeDivision,
  divisionHistory,
  divisionsOn,
  mayManageDivisions,
  periodOn,
  type Division,
  type DivisionOnDay,
} from "#domain/identity/index.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Badge, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { divisionCrumbs, divisionFieldLabels, DivisionFields, divisionForm } from "./divisions.tsx";
import { StaleComparison, type ComparedField } from "../stale-comparison.tsx";
import { entered, version } from "./entered.ts";

interface DivisionPageProps {
  readonly visit: Visit;
  readonly division: Division;
  readonly pathOn: (id: string, day: string) => string;
}

function DivisionPage({ visit, division, pathOn }: DivisionPageProps): ReactNode {
  const today = visit.ctx.clock.today();
  const last = division.periods.at(-1);
  const name = periodOn(division, today)?.name ?? last?.name ?? "";
  return (
    <StaffPage visit={visit} title={name} crumbs={divisionCrumbs}>
      {division.abolishedOn && (
        <div className="mb-6">
          <Notice title={`${dateWithBoth(division.abolishedOn)}に廃止`} tone="caution" />
        </div>
      )}
      {mayManageDivisions(visit.ctx.actor) && !division.abolishedOn && (
        <div className="actions mb-8">
          <a className="button" href={`/staff/divisions/${division.id}/change`}>
            名前や所属を変える
          </a>
          <a className="button button-secondary" href={`/staff/divisions/new?parent=${division.id}`}>
            この下に作る
          </a>
          <a className="button button-secondary" href={`/staff/divisions/${division.id}/abolition`}>
            廃止する
          </a>
        </div>
      )}
      <h2 className="mb-4 text-[1.25rem]">移り変わり</h2>
      <TableFrame label="移り変わり">
        <table className="table">
          <caption className="visually-hidden">{name}の移り変わり</caption>
          <thead>
            <tr>
              <th scope="col">期間</th>
              <th scope="col">名前</th>
              <th scope="col">所属先</th>
              <th scope="col">電話</th>
              <th scope="col">メール</th>
            </tr>
          </thead>
          <tbody>
            {division.periods.map((period) => (
              <tr key={period.id}>
                <th scope="row" className="font-normal">
                  {dateWithBoth(period.fromOn)}から{period.untilOn ? `${dateWithBoth(period.untilOn)}まで` : ""}
                  {period === periodOn(division, today) && (
                    <span className="ml-2">
                      <Badge tone="good">今</Badge>
                    </span>
                  )}
                </th>
                <td>{period.name}</td>
                <td>{period.parentId ? pathOn(period.parentId, period.fromOn) : "（いちばん上）"}</td>
                <td>{period.phone || "−"}</td>
                <td>{period.email || "−"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </StaffPage>
  );
}

export async function showDivision(visit: Visit): Promise<Response> {
  const division = await divisionHistory(visit.ctx, divisionId(visit));
  const days = [...new Set(division.periods.map((period) => period.fromOn))];
  const charts = new Map<string, readonly DivisionOnDay[]>();
  for (const day of days) charts.set(day, await divisionsOn(visit.ctx, day));
  const pathOn = (id: string, day: string) =>
    charts.get(day)?.find((each) => each.id === id)?.path ?? "（廃止された課）";
  return page(<DivisionPage visit={visit} division={division} pathOn={pathOn} />);
}

function divisionId(visit: Visit): string {
  return visit.params["divisionId"] ?? "";
}

function crumbsOf(division: Division) {
  return [...divisionCrumbs, { href: `/staff/divisions/${division.id}`, label: division.periods.at(-1)?.name ?? "" }];
}

async function changePage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const division = await divisionHistory(visit.ctx, divisionId(visit));
  const today = visit.ctx.clock.today();
  const fromOn = entered(visit, "fromOn", today);
  const parents = (await divisionsOn(visit.ctx, isDay(fromOn) ? fromOn : today)).filter(
    (each) => each.id !== division.id,
  );
  const now = periodOn(division, today) ?? division.periods.at(-1);
  const values = {
    name: now?.name ?? "",
    parentId: now?.parentId ?? "",
    phone: now?.phone ?? "",
    email: now?.email ?? "",
    position: String(now?.position ?? 0),
    fromOn: today,
  };
  const action = `/staff/divisions/${division.id}/change`;
  const hint = "この日から、次の名前と所属になります。すでに変更のある日を選ぶと、その変更を直します。";
  const view = (
    <StaffPage visit={visit} title="名前や所属を変える" crumbs={crumbsOf(division)}>
      <Form action={action} refusal={refusal}>
        <input type="hidden" name="version" value={division.version} />
        <StaleComparison refusal={refusal} fields={comparedFields(visit, values, parents)} />
        <DivisionFields visit={visit} refusal={refusal} parents={parents} values={values} fromHint={hint} />
        <div className="actions">
          <button className="button">この日から変える</button>
          <a href={`/staff/divisions/${division.id}`}>やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
  return page(view, refusal ? 422 : 200);
}

const comparedNames = ["name", "parentId", "phone", "email", "position"] as const;
type DivisionValues = Readonly<Record<(typeof comparedNames)[number], string>>;

/** The division as it stands and as the person wanted it, in words. */
function comparedFields(visit: Visit, values: DivisionValues, parents: readonly DivisionOnDay[]): ComparedField[] {
  const words = (name: keyof DivisionValues, value: string) =>
    name === "parentId" ? (parents.find((each) => each.id === value)?.path ?? "（いちばん上）") : value;
  return comparedNames.map((name) => ({
    label: divisionFieldLabels[name],
    now: words(name, values[name]),
    mine: words(name, entered(visit, name, values[name])),
  }));
}

export function showDivisionChange(visit: Visit): Promise<Response> {
  return changePage(visit);
}

export async function postDivisionChange(visit: Visit): Promise<Response> {
  const id = divisionId(visit);
  const result = await changeDivision(visit.ctx, { ...divisionForm(visit), id, version: version(visit.form) });
  return result.ok ? onwards(`/staff/divisions/${id}`, "saved") : changePage(visit, result.refusal);
}

async function abolitionPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const division = await divisionHistory(visit.ctx, divisionId(visit));
  const name = division.periods.at(-1)?.name ?? "";
  const view = (
    <StaffPage visit={visit} title={`${name}を廃止する`} crumbs={crumbsOf(division)}>
      <p className="prose mb-6">
        廃止しても、それまでの記録と名前は残ります。下に部・課や、所属する人が残っていると廃止できません。
      </p>
      <Form action={`/staff/divisions/${division.id}/abolition`} refusal={refusal}>
        <input type="hidden" name="version" value={division.version} />
        <TextField
          name="fromOn"
          label="廃止の日"
          type="date"
          hint="この日から、ないものになります。"
          required
          short
          value={entered(visit, "fromOn", visit.ctx.clock.today())}
          refusal={refusal}
        />
        <div className="actions">
          <button className="button button-danger">廃止する</button>
          <a href={`/staff/divisions/${division.id}`}>やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
  return page(view, refusal ? 422 : 200);
}

export function showAbolition(visit: Visit): Promise<Response> {
  return abolitionPage(visit);
}

export async function postAbolition(visit: Visit): Promise<Response> {
  const id = divisionId(visit);
  const result = await abolishDivision(visit.ctx, {
    id,
    version: version(visit.form),
    abolishedOn: text(visit.form, "fromOn"),
  });
  return result.ok ? onwards(`/staff/divisions/${id}`, "saved") : abolitionPage(visit, result.refusal);
}
