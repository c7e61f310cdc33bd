import type { ReactNode } from "react";
import { manuscriptKept } from "#domain/documents/index.ts";
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
import { Choices, Form, SelectField, TextArea } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { erasurePath, erasuresPath } from "./addresses.ts";
import { Leftovers } from "./leftovers.tsx";
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

export function showSection(visit: Visit): Promise<Response> {
  return askingPage(visit, "section");
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

export function askForSection(visit: Visit): Promise<Response> {
  return ask(visit, "section");
}

async function ask(visit: Visit, kind: ErasureKind): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const targetId = params["id"] ?? "";
  const kept = await keptParts(ctx, { planId: plan.id, kind, targetId, above: manuscriptKept }); // it must be of this plan
  const result = await requestErasure(ctx, {
    kind,
    targetId,
    parts: chosenParts(openParts(kept), { ticked: texts(form, "parts"), upTo: text(form, "upTo") }),
    reason: text(form, "reason"),
    above: manuscriptKept,
  });
  return result.ok ? onwards(erasuresPath(plan.slug), "requested") : askingPage(visit, kind, result.refusal);
}

function openParts(kept: readonly KeptPart[]): KeptPart[] {
  return kept.filter(({ isPresent, isErased }) => !isPresent && !isErased);
}

/** What was ticked, and every open revision up to a number. */
function chosenParts(
  open: readonly KeptPart[],
  { ticked, upTo }: { readonly ticked: readonly string[]; readonly upTo: string },
): string[] {
  const older = numbersOf(open).filter((number) => number <= Number(upTo));
  return [...new Set([...ticked, ...older.map(String)])];
}

function numbersOf(parts: readonly KeptPart[]): number[] {
  return parts.filter(({ key }) => /^\d+$/.test(key)).map(({ key }) => Number(key));
}

async function askingPage(visit: Visit, kind: ErasureKind, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const targetId = params["id"] ?? "";
  const open = openParts(await keptParts(ctx, { planId: plan.id, kind, targetId, above: manuscriptKept }));
  const names = await peopleNames(ctx, [...new Set(open.flatMap(({ savedBy }) => savedBy ?? []))]);
  return page(
    <StaffPage
      visit={visit}
      title={`${erasureKindLabels[kind]}の内容を消去する`}
      crumbs={[{ href: erasuresPath(plan.slug), label: `${plan.name}の内容の消去` }]}
    >
      <p className="mb-4 font-bold">
        {await erasureTargetName(ctx, { planId: plan.id, targetId, above: manuscriptKept })}
      </p>
      <Consequences kind={kind} />
      {open.length === 0 ? (
        <Empty title="消去できるものはありません">
          <p>{nothingLeft[kind]}</p>
        </Empty>
      ) : (
        <Form action={erasurePath(plan.slug, { kind, targetId })} refusal={refusal} className="form max-w-3xl">
          <Parts visit={visit} parts={open} names={names} refusal={refusal} />
          <UpTo visit={visit} parts={open} />
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
      {(kind === "revisions" || kind === "section") && (await Leftovers({ visit, plan }))}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

const nothingLeft: Readonly<Record<ErasureKind, string>> = {
  revisions: "今の内容は消去できません。先に今の内容を直して保存すると、直す前の版が消せるようになります。",
  import: "途中の取込みは、先に反映するか取りやめてください。すでに消去したものは、一覧で確かめられます。",
  values: "今の定義と値は消去できません。先に直して保存すると、直す前のものが消せるようになります。",
  section:
    "今の文章は消去できません。先に節を借りて直し、返却すると、直す前の版が消せるようになります。施策などの節の版は、施策のページの「版歴」から消します。",
};

const consequences: Readonly<Record<ErasureKind, string>> = {
  revisions:
    "選んだ版の文章がすべて消えます。版の番号、保存した人と日時、消去の理由は残ります。消去した版には戻せません。",
  import:
    "元のファイルの中身、読み取った表、取込みの確認への答えが消えます。ファイルの名前、ハッシュ、消去の理由は残ります。取り込んだ計画の内容は変わりません。次の取込みでは、前の取込みとの見くらべができません。",
  values:
    "定義は、選んだ版の内容がすべて消えます。値の変更と、元に戻した削除は、注記、ことば、理由、決めた会議だけが消え、数値と日付は残ります。今の値の注記は変わりません。",
  section:
    "選んだ版の名前と文章、選んだ意見・修正案の言葉が消えます。版の番号、書いた人と日時、意見の扱い、消去の理由は残ります。",
};

function Consequences({ kind }: { readonly kind: ErasureKind }): ReactNode {
  return (
    <div className="prose mb-8">
      <p>個人の情報などが漏れたときのための操作です。元に戻せません。</p>
      <ul className="list-disc pl-6">
        <li>{consequences[kind]}</li>
        {(kind === "revisions" || kind === "section") && (
          <li>
            版を消すと、その節に残る控えの文章と、終わった貸出の写しもすべて消えます。必要な控えは、先に取り入れてください。消える文章の言葉を写した意見・修正案は、いまの文章にその言葉がなければ、いっしょに消えます。節が貸出中のあいだは、消去できません。
          </li>
        )}
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

/** Saves ticking every revision of a long history; nothing where there is only one. */
function UpTo({ visit, parts }: Pick<PartsProps, "visit" | "parts">): ReactNode {
  const numbers = numbersOf(parts);
  if (numbers.length < 2) return null;
  return (
    <SelectField
      name="upTo"
      label="ここまでの版をすべて消去する"
      hint="選ぶと、その版と、それより前の版が、印を付けなくても選ばれます。"
      blank="選ばない"
      options={numbers.map((number) => ({ value: String(number), label: `第${number}版まで` }))}
      value={text(visit.form, "upTo")}
    />
  );
}
