import type { ReactNode } from "react";
import { listPlans, type Plan } from "#domain/plan/index.ts";
import {
  addAim,
  choosePlanFrame,
  mayManageStrategy,
  pathKindLabels,
  populationVision,
  removeAim,
  sumFaults,
  totalKey,
  valueAt,
  yearsOf,
  type PopulationVision,
} from "#domain/strategy/index.ts";
import { figure } from "#kernel/figures.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { PopulationChart } from "#web/ui/strategy/population-chart.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { choiceIn, numberIn, yearIn } from "./entered.ts";

/** The population vision (人口ビジョン): all paths in one picture, aims, and each plan's frame. */
export async function showPopulation(visit: Visit): Promise<Response> {
  return populationPage(visit);
}

interface Refused {
  readonly aim?: Refusal;
  readonly planFrame?: Refusal;
}

async function populationPage(visit: Visit, refused: Refused = {}): Promise<Response> {
  const { ctx } = visit;
  const vision = await populationVision(ctx);
  const may = mayManageStrategy(ctx.actor);
  const population = { paths: [...vision.paths].map(drawn), aims: [...vision.aims], frame: null };
  return page(
    <StaffPage visit={visit} title="人口ビジョン" crumbs={[homeCrumb]}>
      {vision.paths.length === 0 ? (
        <Empty title="人口の推計がまだありません">
          <p>社人研の推計と市の独自推計を、Excelから貼り付けて比べられます。</p>
        </Empty>
      ) : (
        <>
          <PopulationChart population={population} id="population" />
          <Paths vision={vision} />
        </>
      )}
      {may && (
        <p className="actions mt-6">
          <a className="button" href={addressOf.path("new")}>
            推計を加える
          </a>
        </p>
      )}
      <Aims visit={visit} vision={vision} refusal={refused.aim} />
      <PlanFrames visit={visit} vision={vision} plans={await listPlans(ctx)} refusal={refused.planFrame} />
    </StaffPage>,
    refused.aim || refused.planFrame ? 422 : 200,
  );
}

function drawn({ code, name, kind, baseYear, source, method, figures }: PopulationVision["paths"][number]) {
  return { code, name, kind, baseYear, source, method, figures: [...figures] };
}

function Paths({ vision: { paths } }: { readonly vision: PopulationVision }): ReactNode {
  return (
    <div className="mt-6">
      <TableFrame label="推計の一覧">
        <table className="table">
          <caption className="visually-hidden">推計の一覧</caption>
          <thead>
            <tr>
              <th scope="col">推計</th>
              <th scope="col">種類</th>
              <th scope="col">基準年</th>
              <th scope="col">最後の年の総数</th>
              <th scope="col">合計の点検</th>
              <th scope="col">公開</th>
            </tr>
          </thead>
          <tbody>
            {paths.map((path) => {
              const last = yearsOf(path.figures).at(-1);
              const total = last === undefined ? undefined : valueAt(path.figures, last, totalKey);
              const faults = sumFaults(path.figures).length;
              return (
                <tr key={path.id}>
                  <th scope="row">
                    <a href={addressOf.path(path.code)}>{path.name}</a>
                  </th>
                  <td>{pathKindLabels[path.kind]}</td>
                  <td>{path.baseYear}年</td>
                  <td>{total === undefined ? "−" : `${last}年 ${figure(total, 0)}人`}</td>
                  <td>
                    {path.figures.length === 0 ? (
                      "−"
                    ) : faults === 0 ? (
                      "合っています"
                    ) : (
                      <Badge tone="caution">合わないところ {faults}</Badge>
                    )}
                  </td>
                  <td>{path.isPublic ? "する" : "しない"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

interface AimsProps {
  readonly visit: Visit;
  readonly vision: PopulationVision;
  readonly refusal: Refusal | undefined;
}

function Aims({ visit, vision: { aims }, refusal }: AimsProps): ReactNode {
  const { form, ctx } = visit;
  const may = mayManageStrategy(ctx.actor);
  return (
    <section className="mt-12" aria-labelledby="aims">
      <h2 id="aims" className="text-[1.25rem]">
        目標人口
      </h2>
      {aims.length === 0 && <p className="mt-2">まだ決めていません。</p>}
      <ul className="list-plain mt-2">
        {aims.map(({ id, name, year, value, source }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-1">
            <span>
              {name}：{year}年に{figure(value, 0)}人{source !== "" && `（出典：${source}）`}
            </span>
            {may && (
              <Form action={`${addressOf.aims}/${id}/removal`} className="">
                <button className="button button-quiet button-small">「{name}」を消す</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <Form action={addressOf.aims} refusal={refusal} className="form mt-4 max-w-2xl">
          <TextField
            name="name"
            label="目標の名前"
            hint="例：5万人を維持する"
            value={text(form, "name")}
            refusal={refusal}
          />
          <div className="field-row">
            <TextField name="year" label="年" hint="例：2040" value={text(form, "year")} short refusal={refusal} />
            <TextField name="value" label="人口（人）" value={text(form, "value")} short refusal={refusal} />
          </div>
          <TextField name="source" label="出典" value={text(form, "source")} refusal={refusal} />
          <p className="actions">
            <button className="button button-secondary">目標人口を加える</button>
          </p>
        </Form>
      )}
    </section>
  );
}

function PlanFrames({
  visit,
  vision: { paths, planFrames },
  plans,
  refusal,
}: AimsProps & { readonly plans: readonly Plan[] }): ReactNode {
  const options = paths.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="mt-12" aria-labelledby="plan-frames">
      <h2 id="plan-frames" className="text-[1.25rem]">
        計画人口（計画の枠組みとする人口）
      </h2>
      <ul className="list-disc pl-6">
        {plans.flatMap((plan) => {
          const frame = planFrames.find(({ planId }) => planId === plan.id);
          const path = paths.find(({ id }) => id === frame?.pathId);
          const total = frame && path && valueAt(path.figures, frame.year, totalKey);
          const words = total === undefined || !frame ? "−" : `${frame.year}年に${figure(total, 0)}人（${path?.name}）`;
          return frame ? [<li key={plan.id}>{`${plan.name}：${words}`}</li>] : [];
        })}
      </ul>
      {planFrames.length === 0 && <p className="mt-2">まだ決めていません。</p>}
      {mayManageStrategy(visit.ctx.actor) && plans.length > 0 && paths.length > 0 && (
        <Form action={addressOf.planFrames} refusal={refusal} className="form mt-4 max-w-2xl">
          <SelectField
            name="planId"
            label="計画"
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
            refusal={refusal}
          />
          <SelectField name="pathId" label="推計" options={options} blank="（決めない）" refusal={refusal} />
          <TextField name="frameYear" label="年" hint="例：2031" short refusal={refusal} />
          <p className="actions">
            <button className="button button-secondary">計画人口を決める</button>
          </p>
        </Form>
      )}
    </section>
  );
}

export async function makeAim(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const added = await addAim(ctx, {
    name: text(form, "name"),
    year: yearIn(form, "year"),
    value: numberIn(form, "value") ?? Number.NaN,
    source: text(form, "source"),
  });
  return added.ok ? onwards(`${addressOf.population}#aims`, "saved") : populationPage(visit, { aim: added.refusal });
}

export async function takeAimAway(visit: Visit): Promise<Response> {
  await removeAim(visit.ctx, visit.params["id"] ?? "");
  return onwards(`${addressOf.population}#aims`, "saved");
}

export async function savePlanFrame(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const pathId = choiceIn(form, "pathId");
  const frame = pathId === null ? null : { pathId, year: yearIn(form, "frameYear") };
  const chosen = await choosePlanFrame(ctx, { planId: text(form, "planId"), frame });
  if (chosen.ok) return onwards(`${addressOf.population}#plan-frames`, "saved");
  return populationPage(visit, { planFrame: { ...chosen.refusal, fields: { frameYear: chosen.refusal.message } } });
}
