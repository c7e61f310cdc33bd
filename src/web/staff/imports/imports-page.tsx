import type { ReactNode } from "react";
import {
  erasureReasons,
  importStateLabels,
  listImports,
  mayErase,
  planBySlug,
  startImport,
  type ImportOutcome,
  type ListedImport,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { Notice, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { erasurePath } from "../erasures/addresses.ts";
import { handedIn } from "../import-parts/handed-in.ts";
import { ImportList } from "../import-parts/import-list.tsx";
import { TableField } from "../import-parts/table-field.tsx";
import { importPath, importsPath, templatePath } from "./addresses.ts";

export async function showImports(visit: Visit): Promise<Response> {
  return importsPage(visit);
}

/** Reads the uploaded file in a worker, keeps it, and leads to the first step. */
export async function upload(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const file = await handedIn(form);
  if (!file.ok) return importsPage(visit, file.refusal);
  const started = await startImport(ctx, { planId: plan.id, ...file.value });
  return started.ok ? onwards(importPath(plan.slug, started.value.id, "sheet")) : importsPage(visit, started.refusal);
}

async function importsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const imports = await listImports(ctx, plan.id);
  const names = await peopleNames(
    ctx,
    imports.flatMap(({ startedBy }) => startedBy ?? []),
  );
  const reasons = new Map<string, string>();
  for (const { id } of imports.filter(({ isErased }) => isErased))
    reasons.set(id, (await erasureReasons(ctx, { planId: plan.id, targetId: id })).get("file") ?? "");
  const element = (
    <StaffPage
      visit={visit}
      title="表からの取込み"
      crumbs={[
        { href: "/staff/plans", label: "計画" },
        { href: `/staff/plans/${plan.slug}`, label: plan.name },
      ]}
    >
      <p className="prose">
        Excel や CSV
        の表から、施策体系と指標を取り込みます。いつもお使いの表のままで構いません。見出しが途中の行にある表、セルの結合、和暦、全角の数字、△もそのまま読みます。
        反映する前に、変わる内容をすべて確かめられます。
      </p>
      <UploadForm plan={plan} refusal={refusal} />
      <ImportList
        rows={imports.map((each) => ({
          id: each.id,
          startedAt: each.startedAt,
          by: names.get(each.startedBy ?? "") ?? "システム",
          original: <Original visit={visit} plan={plan} planImport={each} reason={reasons.get(each.id)} />,
          tone: tones[each.outcome],
          state: importStateLabels[each.outcome],
          outcome: <Outcome plan={plan} planImport={each} />,
        }))}
      />
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function UploadForm({
  plan,
  refusal,
}: {
  readonly plan: PlanWithLevels;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  return (
    <Form action={importsPath(plan.slug)} upload refusal={refusal} className="form mt-8 max-w-2xl">
      <TableField label="取り込むファイル" hint="枠の中にファイルを置くこともできます。" refusal={refusal} />
      <p className="actions">
        <button className="button">読み込んで次へ</button>
        <a href={templatePath(plan.slug)}>ひな形の Excel を使う</a>
      </p>
      <Notice>
        <p>
          この計画の階層は「{plan.levels.map(({ name }) => name).join(" － ")}」です。表の階層の数が違うときは、先に
          <a href={`/staff/plans/${plan.slug}/settings`}>計画の設定</a>で直してください。
        </p>
      </Notice>
    </Form>
  );
}

const tones: Readonly<Record<ImportOutcome, Tone>> = {
  open: "caution",
  applying: "caution",
  stopped: "bad",
  applied: "good",
  abandoned: "plain",
};

interface OriginalProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly planImport: ListedImport;
  readonly reason: string | undefined;
}

/** The file as it came, with the way to erase a leak in it once the import is over. */
function Original({ visit, plan, planImport, reason = "" }: OriginalProps): ReactNode {
  const { id, fileName, isErased, state } = planImport;
  if (isErased)
    return (
      <>
        {fileName}
        <span className="field-hint block">内容は消去しました（{reason}）</span>
      </>
    );
  const isOver = state === "applied" || state === "abandoned";
  return (
    <>
      <a href={importPath(plan.slug, id, "file")}>{fileName}</a>
      {isOver && mayErase(visit.ctx.actor) && (
        <a className="mt-1 block text-[0.875rem]" href={erasurePath(plan.slug, { kind: "import", targetId: id })}>
          内容を消去する<span className="visually-hidden">（{fileName}）</span>
        </a>
      )}
    </>
  );
}

function Outcome({
  plan,
  planImport,
}: {
  readonly plan: PlanWithLevels;
  readonly planImport: ListedImport;
}): ReactNode {
  const { outcome, summary, id } = planImport;
  if (outcome === "open") return <a href={importPath(plan.slug, id)}>続きから始める</a>;
  if (outcome === "stopped") return <a href={importPath(plan.slug, id, "progress")}>理由を見て、やり直す</a>;
  if (outcome === "applying") return <a href={importPath(plan.slug, id, "progress")}>進みぐあいを見る</a>;
  if (!summary) return null;
  return (
    <a href={importPath(plan.slug, id, "result")}>
      追加{summary.added}・変更{summary.changed}・削除{summary.removed}
    </a>
  );
}
