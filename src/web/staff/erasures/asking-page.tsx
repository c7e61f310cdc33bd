import type { ReactNode } from "react";
import { peopleNames } from "#domain/identity/index.ts";
import {
  erasureKindLabels,
  erasureTargetName,
  keptParts,
  planBySlug,
  requestErasure,
  type ErasureKind,
  type KeptPart,
} from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { erasurePath, erasuresPath } from "./addresses.ts";
import { partLine } from "./part-words.ts";

export function showNode(visit: Visit): Promise<Response> {
  return askingPage(visit, "revisions");
}

export function showImport(visit: Visit): Promise<Response> {
  return askingPage(visit, "import");
}

export function showIndicator(visit: Visit): Promise<Response> {
  return askingPage(visit, "values");
}

export function askForRevisions(visit: Visit): Promise<Response> {
  return ask(visit, "revisions");
}

export function askForImport(visit: Visit): Promise<Response> {
  return ask(visit, "import");
}

export function askForValues(visit: Visit): Promise<Response> {
  return ask(visit, "values");
}

async function ask(visit: Visit, kind: ErasureKind): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const targetId = params["id"] ?? "";
  await keptParts(ctx, { planId: plan.id, kind, targetId }); // the target must be of this plan
  const result = await requestErasure(ctx, {
    kind,
    targetId,
    parts: texts(form, "parts"),
    reason: text(form, "reason"),
  });
  return result.ok ? onwards(erasuresPath(plan.slug), "requested") : askingPage(visit, kind, result.refusal);
}

async function askingPage(visit: Visit, kind: ErasureKind, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const targetId = params["id"] ?? "";
  const kept = await keptParts(ctx, { planId: plan.id, kind, targetId });
  const open = kept.filter(({ isPresent, isErased }) => !isPresent && !isErased);
  const names = await peopleNames(ctx, [...new Set(open.flatMap(({ savedBy }) => savedBy ?? []))]);
  return page(
    <StaffPage
      visit={visit}
      title={`${erasureKindLabels[kind]}の内容を消去する`}
      crumbs={[{ href: erasuresPath(plan.slug), label: `${plan.name}の内容の消去` }]}
    >
      <p className="mb-4 font-bold">{await erasureTargetName(ctx, { planId: plan.id, targetId })}</p>
      <Consequences kind={kind} />
      {open.length === 0 ? (
        <Empty title="消去できるものはありません">
          <p>{nothingLeft[kind]}</p>
        </Empty>
      ) : (
        <Form action={erasurePath(plan.slug, { kind, targetId })} refusal={refusal} className="form max-w-3xl">
          <Parts visit={visit} parts={open} names={names} refusal={refusal} />
          <TextArea
            name="reason"
            label="消去する理由"
            hint="漏れた情報そのものは書かないでください。例：個人の電話番号が書かれていたため"
            rows={3}
            value={text(visit.form, "reason")}
            required
            refusal={refusal}
          />
          <p className="actions">
            <button className="button button-danger">消去を求める</button>
            <a className="button button-quiet" href={erasuresPath(plan.slug)}>
              やめる
            </a>
          </p>
        </Form>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

const nothingLeft: Readonly<Record<ErasureKind, string>> = {
  revisions: "今の内容は消去できません。先に今の内容を直して保存すると、直す前の版が消せるようになります。",
  import: "途中の取込みは、先に反映するか取りやめてください。すでに消去したものは、一覧で確かめられます。",
  values: "今の定義と値は消去できません。先に直して保存すると、直す前のものが消せるようになります。",
};

const consequences: Readonly<Record<ErasureKind, string>> = {
  revisions:
    "選んだ版の文章がすべて消えます。版の番号、保存した人と日時、消去の理由は残ります。消去した版には戻せません。",
  import:
    "元のファイルの中身、読み取った表、取込みの確認への答えが消えます。ファイルの名前、ハッシュ、消去の理由は残ります。取り込んだ計画の内容は変わりません。次の取込みでは、前の取込みとの見くらべができません。",
  values:
    "定義は、選んだ版の内容がすべて消えます。値の変更と、元に戻した削除は、注記、ことば、理由、決めた会議だけが消え、数値と日付は残ります。今の値の注記は変わりません。",
};

function Consequences({ kind }: { readonly kind: ErasureKind }): ReactNode {
  return (
    <div className="prose mb-8">
      <p>個人の情報などが漏れたときのための操作です。元に戻せません。</p>
      <ul className="list-disc pl-6">
        <li>{consequences[kind]}</li>
        <li>消すのは、別の人が確認してからです。それまでは取り消せます。</li>
        <li>同じ情報が今の内容に残っていれば、先にそちらを直して保存してください。</li>
        <li>これまでのバックアップと、データベースの作業記録（WAL）には、しばらく残ります。</li>
      </ul>
    </div>
  );
}

interface PartsProps {
  readonly visit: Visit;
  readonly parts: readonly KeptPart[];
  readonly names: ReadonlyMap<string, string>;
  readonly refusal: Refusal | undefined;
}

function Parts({ visit, parts, names, refusal }: PartsProps): ReactNode {
  return (
    <Choices
      name="parts"
      label="消去するもの"
      hint="同じ情報は、続く版にも残っていることがあります。すべて選んでください。"
      kind="checkbox"
      chosen={texts(visit.form, "parts")}
      options={parts.map((part) => ({ value: part.key, label: partLine(part, names) }))}
      required
      refusal={refusal}
    />
  );
}
