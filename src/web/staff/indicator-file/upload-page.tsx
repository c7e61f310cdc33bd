import type { ReactNode } from "react";
import { indicatorRegister, keepReturnedFile, memoryOf, planBySlug, type PlanWithLevels } from "#domain/plan/index.ts";
import { indicatorWorkbook } from "#export/indicator-workbook.ts";
import { sheetLimits } from "#export/sheet-reader.ts";
import type { Refusal } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { FileField, Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { atFile, handedIn } from "../import-parts/handed-in.ts";
import { chosenLines, gridChoice, gridYears } from "../indicator-grid/choice.ts";
import { addressOf, planCrumbs } from "../plan/addresses.ts";
import { divisionOptions, labelOf } from "../plan/division-options.ts";
import { fileAddress } from "./addresses.ts";

export function planOf({ ctx, params }: Visit): Promise<PlanWithLevels> {
  return planBySlug(ctx, params["slug"] ?? "");
}

/** The values of the plan's indicators as an Excel file that can come back. */
export async function saveWorkbook(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const plan = await planOf(visit);
  const choice = gridChoice(query, ctx.actor);
  const lines = chosenLines(await indicatorRegister(ctx, plan), { ...choice, measure: "" }, ctx.actor);
  const spans = (["actuals", "targets"] as const).map((values) => gridYears(plan, lines, { values, earlier: true }));
  const named = spans.flatMap(({ years }) => years);
  const first = Math.min(...named);
  const years = Array.from({ length: Math.max(...named) - first + 1 }, (_, index) => first + index);
  const divisions = await divisionOptions(ctx);
  const divisionName = (id: string | null) => labelOf(divisions, id);
  const bytes = await indicatorWorkbook({ plan, lines, years, divisionName, day: ctx.clock.today() });
  const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(bytes, `${plan.name}_指標の値.xlsx`, mediaType);
}

export async function showUpload(visit: Visit, refusal?: Refusal): Promise<Response> {
  const plan = await planOf(visit);
  const choice = gridChoice(visit.query, visit.ctx.actor);
  return page(
    <StaffPage
      visit={visit}
      title="指標の値をExcelで入力する"
      crumbs={[...planCrumbs(plan), { href: addressOf.indicators(plan), label: "指標の一覧" }]}
    >
      <ol className="grid-steps">
        <li>
          <h2 className="text-[1.25rem]">書き出す</h2>
          <p className="mt-2">指標が1行に1つ、年度が列になった表です。実績値と目標値のシートがあります。</p>
          <p className="actions mt-4">
            <a href={fileAddress.workbook(plan, "all")} className="button">
              すべての指標を書き出す
            </a>
            {choice.division === "own" && (
              <a href={fileAddress.workbook(plan, "own")} className="button button-secondary">
                自分の課の指標を書き出す
              </a>
            )}
          </p>
        </li>
        <li>
          <h2 className="text-[1.25rem]">Excelで値を直す</h2>
          <p className="mt-2">書き方は「使い方」のシートにあります。直さなかった升目は、読み込んでも変わりません。</p>
        </li>
        <li>
          <h2 className="text-[1.25rem]">読み込む</h2>
          <UploadForm plan={plan} refusal={refusal} />
        </li>
      </ol>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function UploadForm({
  plan,
  refusal,
}: {
  readonly plan: PlanWithLevels;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <Form action={fileAddress.upload(plan)} upload refusal={refusal} className="form mt-2 max-w-2xl">
      <FileField
        name="file"
        label="書き出して直したファイル"
        hint={`Excel（.xlsx）。${sheetLimits.bytes / 1024 / 1024}MBまで。変わる内容を確かめてから反映します。`}
        accept=".xlsx"
        required
        refusal={refusal}
      />
      <p className="actions">
        <button className="button">読み込んで確かめる</button>
      </p>
    </Form>
  );
}

/** Reads the returned file, keeps it as it came, and leads on to what it would change. */
export async function takeUpload(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const plan = await planOf(visit);
  const file = await handedIn(form);
  if (!file.ok) return showUpload(visit, file.refusal);
  const { workbook, ...original } = file.value;
  const memory = memoryOf(workbook);
  if (!memory) return showUpload(visit, atFile(noMemory));
  if (memory.planId !== plan.id) return showUpload(visit, atFile(otherPlan));
  const fileId = await keepReturnedFile(ctx, { planId: plan.id, ...original });
  return onwards(fileAddress.comparison(plan, fileId));
}

const noMemory: Refusal = {
  code: "noMemory",
  message: "この画面から書き出したファイルではないか、書き出したときの値が失われています。",
  remedy: "書き出したファイルを開いて直し、.xlsxのまま保存してください。ほかの表は「表からの取込み」で取り込めます。",
};

const otherPlan: Refusal = {
  code: "otherPlan",
  message: "ほかの計画から書き出したファイルです。",
  remedy: "その計画の画面で読み込むか、この計画から書き出し直してください。",
};
