import type { ReactNode } from "react";
import { revisionsOfSection, type SectionRevision } from "#domain/documents/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import { erasureReasons } from "#domain/plan/index.ts";
import { plainText } from "#kernel/rich-text.ts";
import { page } from "#web/answer.tsx";
import { MarkedText } from "#web/ui/marked-text.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { manuscriptCrumbs } from "./addresses.ts";
import { ErasureLink } from "./erasure-link.tsx";
import { sectionOf } from "./frame-page.tsx";
import { whenWords } from "./words.ts";

const actLabels: Readonly<Record<SectionRevision["act"], string>> = {
  created: "作成",
  renamed: "名前・担当・期限の変更",
  returned: "返却",
  accepted: "数値や修正案の反映",
  restored: "前の版に戻す",
};

/** The saved states of a free section (版歴), each with what it changed. */
export async function showHistory(visit: Visit): Promise<Response> {
  const { plan, section, above } = await sectionOf(visit);
  const revisions = await revisionsOfSection(visit.ctx, section.id);
  const names = await peopleNames(visit.ctx, [...new Set(revisions.flatMap(({ savedBy }) => savedBy ?? []))]);
  const reasons = await erasureReasons(visit.ctx, { planId: plan.id, targetId: section.id });
  const today = visit.ctx.clock.today();
  return page(
    <StaffPage visit={visit} title="版歴" crumbs={manuscriptCrumbs(plan, [...above, section])}>
      <p className="mb-6">節に入った文章が、そのつどすべて残ります。新しいものから並んでいます。</p>
      <ol className="list-plain space-y-6">
        {revisions.map((revision, index) => (
          <li key={revision.number} className="card">
            <h2 className="text-[1.125rem]">
              第{revision.number}版
              <span className="ml-3 font-normal">
                {whenWords(revision.savedAt, today)}　{names.get(revision.savedBy ?? "") ?? "システム"}　
                {actLabels[revision.act]}
              </span>
            </h2>
            <Change
              before={revisions[index + 1]}
              after={revision}
              erasedFor={reasons.get(String(revision.number)) ?? ""}
            />
          </li>
        ))}
      </ol>
      <ErasureLink visit={visit} plan={plan} sectionId={section.id} />
    </StaffPage>,
  );
}

interface ChangeProps {
  readonly before: SectionRevision | undefined;
  readonly after: SectionRevision;
  /** Why the content is gone, where it is. */
  readonly erasedFor: string;
}

function Change({ before, after, erasedFor }: ChangeProps): ReactNode {
  if (!after.body) return <p className="mt-2">内容は消去しました（{erasedFor}）</p>;
  if (before && !before.body) return <p className="mt-2">前の版の内容は消去したので、変わったところは示せません。</p>;
  const [was, is] = [before?.body ? plainText(before.body) : "", plainText(after.body)];
  if (before && before.title !== after.title)
    return (
      <p className="mt-2">
        名前：
        <MarkedText before={before.title} after={after.title} />
      </p>
    );
  if (was === is) return <p className="mt-2">文章の変更はありません。</p>;
  return (
    <p className="mt-2 whitespace-pre-wrap">
      <MarkedText before={was} after={is} />
    </p>
  );
}
