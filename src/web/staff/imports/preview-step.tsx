import type { ReactNode } from "react";
import {
  compareImport,
  isNothingNew,
  readImport,
  requestApplication,
  type Comparison,
  type ImportCase,
  type ImportPlan,
} from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { indicatorWordsIn, readGrounds } from "../plan/indicator-form.ts";
import { importPath } from "./addresses.ts";
import { AddedList, Changes, Conflicts, Missing } from "./difference-parts.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { elsewhere, importOf } from "./open-import.ts";
import { SettledValues } from "./settled-values.tsx";
import { ErrorTable, Outline, Remarks, SkippedRows } from "./reading-parts.tsx";

export async function showPreview(visit: Visit): Promise<Response> {
  const theCase = await importOf(visit);
  const away = elsewhere(theCase, "preview");
  if (away) return away;
  const read = await readImport(visit.ctx, theCase);
  if (read.openQuestions.length > 0) return onwards(importPath(theCase.plan.slug, theCase.planImport.id, "questions"));
  return previewPage(visit, { theCase, read });
}

export async function requestImport(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { plan, planImport } = await importOf(visit);
  const keep = texts(form, "conflict").filter((id) => text(form, `conflict-${id}`) === "plan");
  const choices = { remove: texts(form, "remove"), keep };
  const said = {
    choices,
    actualState: text(form, "actualState") === "confirmed" ? ("confirmed" as const) : ("draft" as const),
    grounds: readGrounds(indicatorWordsIn(form)),
  };
  const requested = await requestApplication(ctx, {
    id: planImport.id,
    ...said,
    fingerprint: text(form, "fingerprint"),
  });
  if (requested.ok) return onwards(importPath(plan.slug, planImport.id, "progress"));
  const theCase = await importOf(visit);
  const read = await readImport(ctx, theCase);
  return previewPage(visit, {
    theCase: { ...theCase, planImport: { ...theCase.planImport, ...said } },
    read,
    refusal: requested.refusal,
  });
}

interface Preview {
  readonly theCase: ImportCase;
  readonly read: ImportPlan;
  readonly refusal?: Refusal;
}

async function previewPage(visit: Visit, { theCase, read, refusal }: Preview): Promise<Response> {
  const isFaulty = read.errors.length > 0;
  const comparison = await compareImport(visit.ctx, theCase, read);
  const said = refusal ?? theCase.planImport.refusal ?? undefined;
  return page(
    <ImportFrame
      visit={visit}
      theCase={theCase}
      step="preview"
      title={isFaulty ? "直すところがあります" : "変わる内容を確かめてください"}
    >
      {said && <RefusalNotice refusal={said} />}
      {isFaulty ? (
        <Faults theCase={theCase} read={read} />
      ) : (
        <Application theCase={theCase} read={read} comparison={comparison} refusal={said} />
      )}
      <Remarks remarks={read.remarks} />
      <SkippedRows skipped={read.skipped} />
      <Outline read={read} />
    </ImportFrame>,
    refusal ? 422 : 200,
  );
}

function Faults({ theCase, read }: Omit<Preview, "refusal">): ReactNode {
  const { plan, planImport } = theCase;
  return (
    <section className="my-6">
      <Notice title={`直すところが${read.errors.length}件あるので、まだ反映できません`} tone="bad">
        <p>
          計画は変わっていません。下の一覧のとおりに元の表を直し、もう一度取り込んでください。答えた確認は、次の取込みにも引き継がれます。
        </p>
      </Notice>
      <p className="actions my-4">
        <a className="button button-secondary" href={importPath(plan.slug, planImport.id, "errors.csv")}>
          一覧を CSV で保存する
        </a>
        <a href={importPath(plan.slug, planImport.id, "columns")}>列の割り当てを見直す</a>
      </p>
      <ErrorTable errors={read.errors} />
    </section>
  );
}

interface ApplicationProps {
  readonly theCase: ImportCase;
  readonly read: ImportPlan;
  readonly comparison: Comparison;
  readonly refusal: Refusal | undefined;
}

function Application({ theCase, read, comparison, refusal }: ApplicationProps): ReactNode {
  const { plan, planImport, frame } = theCase;
  const { difference, fingerprint, present, settled } = comparison;
  const titles = new Map(present.nodes.map((node) => [node.id, node.content.title]));
  if (isNothingNew(difference))
    return (
      <Notice title="計画と同じ内容です" tone="good">
        <p>表に書かれていることは、すべて計画に入っています。反映することはありません。</p>
      </Notice>
    );
  return (
    <Form action={importPath(plan.slug, planImport.id, "application")} className="form">
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <Counts comparison={comparison} />
      <Conflicts difference={difference} titles={titles} keep={planImport.choices.keep} />
      <Missing difference={difference} titles={titles} remove={planImport.choices.remove} />
      <Changes difference={difference} titles={titles} />
      <SettledValues settled={settled} said={planImport} refusal={refusal} />
      <AddedList difference={difference} levels={frame.levels} read={read} />
      <p className="actions">
        <button className="button">この内容を計画に反映する</button>
        <span className="text-solid-gray-700">公開中の計画は変わりません。</span>
      </p>
    </Form>
  );
}

function Counts({ comparison: { difference } }: Pick<ApplicationProps, "comparison">): ReactNode {
  const {
    addedNodes,
    addedIndicators,
    changedNodes,
    changedIndicators,
    missingNodes,
    missingIndicators,
    unchanged,
    kept,
  } = difference;
  const counts = [
    ["新しく加わる", addedNodes.length, addedIndicators.length],
    ["変わる", changedNodes.length, changedIndicators.length],
    ["表にない", missingNodes.length, missingIndicators.length],
  ] as const;
  return (
    <>
      <dl className="flex flex-wrap gap-4">
        {counts.map(([label, nodes, indicators]) => (
          <div key={label} className="card min-w-44">
            <dt className="text-solid-gray-700">{label}</dt>
            <dd className="flex gap-4">
              <Count number={nodes} unit="項目" />
              <Count number={indicators} unit="指標" />
            </dd>
          </div>
        ))}
        <div className="card min-w-44">
          <dt className="text-solid-gray-700">変わらない</dt>
          <dd>
            <Count number={unchanged} unit="件" />
          </dd>
        </div>
      </dl>
      {kept > 0 && (
        <p className="text-solid-gray-700">
          前の取込みの後に計画で直したところ（{kept}か所）は、表が変わっていないので、計画の内容を残します。
        </p>
      )}
    </>
  );
}

function Count({ number, unit }: { readonly number: number; readonly unit: string }): ReactNode {
  return (
    <span className="whitespace-nowrap">
      <span className="text-[1.5rem] font-bold">{number}</span> {unit}
    </span>
  );
}
