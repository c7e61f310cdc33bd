import type { ReactNode } from "react";
import {
  freezeVersion,
  manuscriptOf,
  versionOpennessLabels,
  planVersions,
  touchedPlaces,
  type Manuscript,
  type VersionOpenness,
} from "#domain/documents/index.ts";
import { planBySlug, planChecklist, type PlanWithLevels } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { checksPath } from "../checks/addresses.ts";
import { addressOf, versionCrumbs } from "./addresses.ts";

export async function showFreezing(visit: Visit): Promise<Response> {
  return freezingPage(visit);
}

/** Freezes the plan and its manuscript as they stand. */
export async function freeze(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const openness = opennessIn(text(form, "openness"));
  if (!openness) return freezingPage(visit, noOpenness);
  const entry = { planId: plan.id, name: text(form, "name"), openness, reason: text(form, "reason") };
  const frozen = await freezeVersion(ctx, entry);
  if (!frozen.ok) return freezingPage(visit, frozen.refusal);
  return onwards(addressOf.version(plan, frozen.value.number), "frozen");
}

const noOpenness: Refusal = {
  code: "noOpenness",
  message: "公開の段階を選んでください。",
  remedy: "あとから公開するかもしれないときは「検討中として公開」を選びます。凍結しただけでは公開されません。",
  fields: { openness: "どれかを選んでください。" },
};

function opennessIn(word: string): VersionOpenness | undefined {
  return word === "closed" || word === "discussion" || word === "decided" ? word : undefined;
}

async function freezingPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form, params } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const element = (
    <StaffPage visit={visit} title="版として凍結する" crumbs={versionCrumbs(plan)}>
      <p className="prose mb-6">
        いまの計画（施策体系・指標・SDGs）と原稿の全体を、1つの版として残します。貸出中の節は、最後に返却された文章が入ります。
      </p>
      {await Warnings({ visit, plan })}
      <Form action={addressOf.freezing(plan)} refusal={refusal} className="form mt-8 max-w-2xl">
        <TextField
          name="name"
          label="版の名前"
          hint="例：骨子案、素案、原案、最終案。名前は自由に付けられます。"
          value={text(form, "name")}
          required
          short
          refusal={refusal}
        />
        <TextArea
          name="reason"
          label="凍結する理由"
          hint="例：パブリックコメントに付すため。公開した版では、市民も読みます。"
          value={text(form, "reason")}
          rows={3}
          required
          refusal={refusal}
        />
        <Choices
          name="openness"
          label="公開の段階"
          hint="凍結しただけでは公開されません。公開は、公表の画面で別に行います。"
          options={Object.entries(versionOpennessLabels).map(([value, label]) => ({ value, label }))}
          chosen={[text(form, "openness")]}
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">凍結する</button>
          <a href={addressOf.list(plan)}>やめて戻る</a>
        </p>
      </Form>
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

/** What is not finished. It warns and stops nobody: gates decide what may not pass. */
async function Warnings({ visit, plan }: { readonly visit: Visit; readonly plan: PlanWithLevels }): Promise<ReactNode> {
  const { ctx } = visit;
  const manuscript = await manuscriptOf(ctx, plan.id);
  const sentences = [
    ...manuscriptSentences(manuscript),
    { count: (await touchedPlaces(ctx, manuscript)).length, words: "か所の数値が、もとの値と違っています。" },
  ].filter(({ count }) => count > 0);
  const lacks = (await planChecklist(ctx, plan)).length;
  const [last] = await planVersions(ctx, plan.id);
  return (
    <>
      {last && (
        <p className="mb-4">
          いちばん新しい版は「{last.name}」（第{last.number}版）です。
        </p>
      )}
      {(sentences.length > 0 || lacks > 0) && (
        <Notice title="このまま凍結できますが、確かめてください" tone="caution">
          <ul className="mt-2 list-disc pl-6">
            {sentences.map(({ count, words }) => (
              <li key={words}>
                {count}
                {words}
              </li>
            ))}
            {lacks > 0 && (
              <li>
                <a href={checksPath.list(plan)}>点検の一覧</a>に{lacks}件あります。
              </li>
            )}
          </ul>
        </Notice>
      )}
    </>
  );
}

function manuscriptSentences({ lines, unbound }: Manuscript): { readonly count: number; readonly words: string }[] {
  const counted = (words: string, is: (line: Manuscript["lines"][number]) => boolean) => ({
    count: lines.filter(is).length,
    words,
  });
  return [
    counted("の節が、まだ確定していません。", ({ state }) => state !== "confirmed"),
    counted("の節が、確定したあとに変わっています。", ({ isChangedSince }) => isChangedSince),
    counted("の節が貸出中です。書きかけの文章は入りません。", ({ loan }) => loan !== undefined),
    counted("の節に、見ていない控えがあります。", ({ copies }) => copies > 0),
    { count: lines.length === 0 ? 0 : unbound.length, words: "の施策体系の項目が、原稿のどの節にもありません。" },
  ];
}
