import type { ReactNode } from "react";
import {
  countsOf,
  handInWord,
  manuscriptOf,
  outlineFault,
  outlineOfWord,
  takeWordOutline,
  wordScope,
  type OutlinedSection,
} from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { wordLimits } from "#export/word-reader.ts";
import { figure } from "#kernel/figures.ts";
import { newId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { FileField, Form, RefusalNotice, SelectField } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { atFile } from "../../import-parts/handed-in.ts";
import { addressOf, manuscriptCrumbs } from "../addresses.ts";
import { placeOptions } from "../outline-page.tsx";
import { wordAddressOf, wordCrumbs } from "./addresses.ts";
import { handedInWord } from "./handed-in-word.ts";
import { Standing, Told, Ways, type ImportScene } from "./import-page.tsx";

/** Where a plan that stands in Word is handed in, to become chapters and sections (Wordの計画書から章と節を作る). */
export async function showOutlineDesk(visit: Visit, refusal?: Refusal): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { lines: sections } = await manuscriptOf(visit.ctx, plan.id);
  return page(
    <StaffPage
      visit={visit}
      title="Wordの計画書から章と節を作る"
      crumbs={[...manuscriptCrumbs(plan), { href: addressOf.outline(plan), label: "章と節を組む" }]}
    >
      <p>
        Wordの「見出し1」を章、「見出し2」「見出し3」を節にします。表、箇条書き、脚注も読みます。次の画面で、できる章と節を確かめてから作ります。
      </p>
      <Form action={wordAddressOf.outline({ plan })} upload refusal={refusal}>
        {sections.length > 0 && (
          <SelectField
            name="parentId"
            label="どの章の下に作りますか"
            hint="原稿には章と節がすでにあるので、選んだ章や節の下に加えます。"
            blank="選んでください"
            options={placeOptions(sections)}
            value={text(visit.form, "parentId")}
            refusal={refusal}
            required
          />
        )}
        <FileField
          name="file"
          label="Wordの計画書"
          hint={`Word 文書（.docx）、${wordLimits.bytes / 1024 / 1024}MBまで。`}
          accept=".docx"
          required
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">読み込んで、章と節を確かめる</button>
        </div>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

const parentNeeded: Refusal = {
  code: "parentNeeded",
  message: "どの章の下に作るかが選ばれていません。",
  remedy: "原稿には章と節がすでにあります。章か節を選んでください。",
  fields: { parentId: "章か節を選んでください。" },
};

export async function handInOutline(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const { sections } = await wordScope(ctx, plan.id, null);
  const parent = text(form, "parentId");
  const isKnown = sections.some(({ id }) => id === parent);
  if (sections.length > 0 && !isKnown) return showOutlineDesk(visit, parentNeeded);
  const word = await handedInWord(form);
  if (!word.ok) return showOutlineDesk(visit, word.refusal);
  const { name, bytes, reading } = word.value;
  const handed = {
    planId: plan.id,
    sectionId: isKnown ? parent : null,
    kind: "outline",
    name,
    bytes,
    reading,
  } as const;
  const kept = await handInWord(ctx, handed);
  if (!kept.ok) return showOutlineDesk(visit, atFile(kept.refusal));
  return onwards(wordAddressOf.import({ plan }, kept.value.id));
}

/** The chapters and sections that a Word plan would become. */
export function showOutlinePreview(scene: ImportScene, refusal?: Refusal): Response {
  const { visit, scope, word, isTakable } = scene;
  const outlined = word.reading ? outlineOfWord(word.reading, { parentId: word.sectionId, newId }) : [];
  const fault = isTakable ? outlineFault(outlined) : undefined;
  const told = refusal ?? fault;
  return page(
    <StaffPage visit={visit} title={`「${word.fileName}」の章と節`} crumbs={wordCrumbs(scope)}>
      {told && <RefusalNotice refusal={told} />}
      <Standing scene={scene} />
      <Told told={word.reading?.report ?? []} />
      {isTakable && <Totals outlined={outlined} />}
      {isTakable && <Outlined outlined={outlined} />}
      {isTakable && !fault && (
        <Form action={`${wordAddressOf.import(scope, word.id)}/outline`}>
          <div className="actions">
            <button className="button">この{outlined.length}の章と節を作る</button>
          </div>
        </Form>
      )}
      <Ways scene={scene} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface OutlinedProps {
  readonly outlined: readonly OutlinedSection[];
}

function Totals({ outlined }: OutlinedProps): ReactNode {
  const all = outlined.map(({ body }) => countsOf(body));
  const sum = (of: (counts: (typeof all)[number]) => number) =>
    figure(
      all.reduce((total, counts) => total + of(counts), 0),
      0,
    );
  const chapters = outlined.filter(({ depth }) => depth === 1).length;
  return (
    <Notice title={`見出し1が${chapters}、その下の見出しが${outlined.length - chapters}あります。`}>
      <p>
        文字{sum(({ letters }) => letters)}字、表{sum(({ tables }) => tables)}、箇条書きの項目
        {sum(({ items }) => items)}
        。番号は原稿が付けるので、見出しから外します。
      </p>
    </Notice>
  );
}

const indents = ["", "pl-6", "pl-12"] as const;

function Outlined({ outlined }: OutlinedProps): ReactNode {
  return (
    <TableFrame label="できる章と節">
      <table className="table my-6">
        <caption>できる章と節</caption>
        <thead>
          <tr>
            {["名前", "文書の見出し", "文字", "表", "項目"].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outlined.map(({ id, depth, title, heading, body }) => {
            const counts = countsOf(body);
            return (
              <tr key={id}>
                <th scope="row">
                  <span className={`block ${indents[depth - 1] ?? ""}`}>{title}</span>
                </th>
                <td>{heading || "−"}</td>
                {[counts.letters, counts.tables, counts.items].map((count, at) => (
                  <td key={at} className="text-right">
                    {count}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** What the preview showed becomes chapters and sections. */
export async function makeOutline(visit: Visit, scene: ImportScene): Promise<Response> {
  const result = await takeWordOutline(visit.ctx, scene.word.id);
  return result.ok
    ? onwards(addressOf.manuscript(scene.scope.plan), "created")
    : showOutlinePreview(scene, result.refusal);
}
