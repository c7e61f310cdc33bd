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
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import { readSheetFile, sheetLimits } from "#export/sheet-reader.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { FileField, Form } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice, TableFrame, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { erasurePath } from "../erasures/addresses.ts";
import { importPath, importsPath, templatePath } from "./addresses.ts";

export async function showImports(visit: Visit): Promise<Response> {
  return importsPage(visit);
}

/** Reads the uploaded file in a worker, keeps it, and leads to the first step. */
export async function upload(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const file = form.get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return importsPage(visit, noFile); // an empty choice
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = await readSheetFile({ name: file.name, bytes });
  if (!workbook.ok) return importsPage(visit, onField(workbook.refusal));
  const mediaType = file.type || "application/octet-stream";
  const started = await startImport(ctx, {
    planId: plan.id,
    name: file.name,
    mediaType,
    bytes,
    workbook: workbook.value,
  });
  return started.ok ? onwards(importPath(plan.slug, started.value.id, "sheet")) : importsPage(visit, started.refusal);
}

const noFile: Refusal = {
  code: "noFile",
  message: "ファイルが選ばれていません。",
  remedy: "取り込む Excel または CSV のファイルを選んでください。",
  fields: { file: "ファイルを選んでください。" },
};

function onField(refusal: Refusal): Refusal {
  return { ...refusal, fields: { file: refusal.message } };
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
      <h2 className="mt-12 mb-4 text-[1.25rem]">これまでの取込み</h2>
      {imports.length === 0 ? (
        <Empty title="まだ取り込んだ表はありません">
          <p>取り込むと、元のファイルと結果がここに残ります。</p>
        </Empty>
      ) : (
        <Imports visit={visit} plan={plan} imports={imports} names={names} reasons={reasons} />
      )}
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
      <FileField
        name="file"
        label="取り込むファイル"
        hint={`Excel（.xlsx・.xls）または CSV（UTF-8・Shift_JIS）。${sheetLimits.bytes / 1024 / 1024}MB・${sheetLimits.rows / 10_000}万行まで。枠の中にファイルを置くこともできます。`}
        accept=".xlsx,.xlsm,.xls,.csv,.txt"
        required
        refusal={refusal}
      />
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

interface ImportsProps {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly imports: readonly ListedImport[];
  readonly names: ReadonlyMap<string, string>;
  /** Why an original was erased, by import. */
  readonly reasons: ReadonlyMap<string, string>;
}

function Imports({ visit, plan, imports, names, reasons }: ImportsProps): ReactNode {
  return (
    <TableFrame label="これまでの取込み">
      <table className="table">
        <caption className="visually-hidden">これまでの取込み</caption>
        <thead>
          <tr>
            <th scope="col">日時</th>
            <th scope="col">元のファイル</th>
            <th scope="col">取り込んだ人</th>
            <th scope="col">状態</th>
            <th scope="col">結果</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((each) => (
            <tr key={each.id}>
              <td>{momentWords(each.startedAt)}</td>
              <td>
                <Original visit={visit} plan={plan} planImport={each} reason={reasons.get(each.id)} />
              </td>
              <td>{(each.startedBy && names.get(each.startedBy)) ?? "システム"}</td>
              <td>
                <Badge tone={tones[each.outcome]}>{importStateLabels[each.outcome]}</Badge>
              </td>
              <td>
                <Outcome plan={plan} planImport={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface OriginalProps extends Pick<ImportsProps, "visit" | "plan"> {
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
