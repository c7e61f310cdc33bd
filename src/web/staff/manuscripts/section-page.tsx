import type { ReactNode } from "react";
import { personId } from "#domain/audit/index.ts";
import {
  isWritable,
  mayConfirmSections,
  mayWriteSections,
  remarksOfSection,
  sectionStateLabels,
  type SectionPage,
  sectionName,
} from "#domain/documents/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import { isEmptyRichText } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Form, RefusalNotice, type Option } from "#web/ui/forms.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { Rich } from "#web/ui/rich-text.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { Copies } from "./copies.tsx";
import { ErasureLink } from "./erasure-link.tsx";
import { sectionOf } from "./frame-page.tsx";
import { stateTones } from "./state-tones.ts";
import { remarkNames, Remarks } from "./remarks.tsx";
import { isOverdue } from "./section-list.ts";
import { SectionStates } from "./section-states.tsx";
import { wordAddressOf } from "./word/addresses.ts";
import { divisionWords, textLabel, whenWords } from "./words.ts";

/** What the parts of a section's page share. */
export interface SectionScene {
  readonly visit: Visit;
  readonly found: SectionPage;
  readonly names: ReadonlyMap<string, string>;
  readonly divisions: readonly Option[];
  readonly today: string;
  /** Whether this person may write this section. */
  readonly mayWrite: boolean;
  /** Whether this person has it taken out. */
  readonly isOwn: boolean;
}

export async function sceneOf(visit: Visit, found: SectionPage): Promise<SectionScene> {
  const { ctx } = visit;
  const { loan, copies, marks, section } = found;
  const people = [loan?.takenBy, ...copies.map(({ writtenBy }) => writtenBy), ...marks.map(({ setBy }) => setBy)];
  return {
    visit,
    found,
    names: await peopleNames(ctx, [...new Set(people.flatMap((id) => id ?? []))]),
    divisions: await divisionOptions(ctx),
    today: ctx.clock.today(),
    mayWrite: mayWriteSections(ctx.actor, section),
    isOwn: loan !== undefined && loan.takenBy === personId(ctx.actor),
  };
}

/** What was refused, and whether at the form of remarks or above the page. */
export interface RefusedAct {
  readonly at: "top" | "remark";
  readonly refusal: Refusal;
}

/** The page of a section (節): its texts, who has it, what was kept beside it, its state. */
export async function showSection(visit: Visit, refused?: RefusedAct): Promise<Response> {
  const found = await sectionOf(visit);
  const scene = await sceneOf(visit, found);
  const { plan, section, above } = found;
  const remarks = await remarksOfSection(visit.ctx, section.id);
  const names = await remarkNames(visit, remarks);
  return page(
    <StaffPage visit={visit} title={sectionName(section)} crumbs={manuscriptCrumbs(plan, above)}>
      <Summary scene={scene} />
      {refused?.at === "top" && <RefusalNotice refusal={refused.refusal} />}
      <Lending scene={scene} />
      <Copies scene={scene} />
      <Texts scene={scene} />
      <Remarks
        scene={scene}
        remarks={remarks}
        names={names}
        refusal={refused?.at === "remark" ? refused.refusal : undefined}
      />
      <SectionStates scene={scene} />
      <ErasureLink visit={visit} plan={plan} sectionId={section.id} />
      <Neighbours found={found} />
    </StaffPage>,
    refused ? 422 : 200,
  );
}

function Summary({ scene }: { readonly scene: SectionScene }): ReactNode {
  const { found, divisions, today } = scene;
  const { plan, section, isChangedSince } = found;
  return (
    <div className="-mt-3 mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Badge tone={stateTones[section.state]}>{sectionStateLabels[section.state]}</Badge>
      {isChangedSince && <Badge tone="bad">確定後に変わった</Badge>}
      <span>担当課：{divisionWords(divisions, section) || "決まっていません"}</span>
      <span>
        期限：{section.dueOn === null ? "なし" : warekiDate(section.dueOn)}{" "}
        {isOverdue(section, today) && <Badge tone="bad">期限切れ</Badge>}
      </span>
      <a href={wordAddressOf.desk({ plan, root: section })}>Wordで受け取る・読み込む</a>
      {section.nodeId === null ? (
        <a href={addressOf.history(plan, section.id)}>版歴</a>
      ) : (
        <>
          <a href={`/staff/plans/${plan.slug}/nodes/${section.nodeId}`}>施策のページ</a>
          <a href={`/staff/plans/${plan.slug}/nodes/${section.nodeId}/revisions`}>版歴</a>
        </>
      )}
    </div>
  );
}

/** Who has the section, and what this person can do about it. */
function Lending({ scene }: { readonly scene: SectionScene }): ReactNode {
  const { found, names, today, mayWrite, isOwn } = scene;
  const { plan, section, loan } = found;
  if (loan && isOwn)
    return (
      <p className="actions mb-8">
        <a href={addressOf.loan(plan, loan.id)} className="button">
          続きを書く
        </a>
        <span>あなたが{whenWords(loan.takenAt, today)}から借りています。</span>
      </p>
    );
  if (loan)
    return (
      <Notice
        title={`${names.get(loan.takenBy) ?? "ほかの人"}さんが、${whenWords(loan.takenAt, today)}から借りて書いています。`}
      >
        <p>最後に保存されたのは{whenWords(loan.savedAt, today)}です。返却されると、ここに載ります。</p>
        {mayWrite && (
          <p className="mt-2">
            <a href={addressOf.takeover(plan, section.id)}>急ぐときは、引き継ぐ</a>
          </p>
        )}
      </Notice>
    );
  if (!mayWrite) return null;
  if (!isWritable(section))
    return (
      <Notice title="この節は確定しています。">
        {mayConfirmSections(scene.visit.ctx.actor, section)
          ? "直すときは、下の「状態」で差替えにします。"
          : "直すときは、課長か企画に、理由を伝えて差替えを頼みます。"}
      </Notice>
    );
  return (
    <Form action={`${addressOf.section(plan, section.id)}/loans`} className="mb-8">
      <p className="actions">
        <button className="button">借りて書く</button>
        <span className="text-solid-gray-700">
          書いているあいだ、ほかの人は書けません。返却すると、ここに載ります。
        </span>
      </p>
    </Form>
  );
}

function Texts({ scene }: { readonly scene: SectionScene }): ReactNode {
  const { plan, section } = scene.found;
  const filled = Object.entries(section.texts).filter(([, text]) => !isEmptyRichText(text));
  if (filled.length === 0) return <p className="mt-8">文章はまだありません。</p>;
  return (
    <div className="prose mt-8">
      {filled.map(([key, text]) => (
        <section key={key} aria-label={textLabel(key)}>
          <h2 className="text-[1.25rem]">{textLabel(key)}</h2>
          <Rich text={text} pictureAddress={(file) => addressOf.picture(plan, file)} />
        </section>
      ))}
    </div>
  );
}

function Neighbours({ found }: { readonly found: SectionPage }): ReactNode {
  const { plan, previous, next } = found;
  return (
    <nav aria-label="前後の節" className="no-print mt-12 flex flex-wrap justify-between gap-4">
      <span>{previous && <a href={addressOf.section(plan, previous.id)}>前の節：{sectionName(previous)}</a>}</span>
      <span>{next && <a href={addressOf.section(plan, next.id)}>次の節：{sectionName(next)}</a>}</span>
    </nav>
  );
}
