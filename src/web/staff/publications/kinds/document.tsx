import type { ReactNode } from "react";
import {
  mayReadManuscripts,
  planVersions,
  publishableDocument,
  purgeVersion,
  versionByReference,
  versionReference,
  type DocumentSnapshot,
} from "#domain/documents/index.ts";
import { listPlans, requestPaper, type PaperKind } from "#domain/plan/index.ts";
import { opennessLabels, type CandidateCheck } from "#domain/publication/index.ts";
import { Notice } from "#web/ui/parts.tsx";
import { addressOf } from "../../documents/addresses.ts";
import type { PublicationKind, Thing } from "./kind.ts";

/** What citizens can take of a version as PDF. */
const publicPapers: readonly PaperKind[] = ["main", "summary"];

export const documentKind: PublicationKind<DocumentSnapshot> = {
  publishable: publishableDocument,
  name: "計画書の版",
  example: "素案",
  things: async (ctx) => {
    const things: Thing[] = [];
    for (const plan of mayReadManuscripts(ctx.actor) ? await listPlans(ctx) : []) {
      for (const { number, name, openness, purgedAt } of await planVersions(ctx, plan.id))
        if (openness !== "closed" && !purgedAt)
          things.push({
            reference: versionReference(plan.slug, number),
            name: `${plan.name}　${name}（第${number}版）`,
            href: addressOf.version(plan, number),
            divisionId: plan.divisionId ?? "",
            version: { label: name, openness },
          });
    }
    return things;
  },
  contents: async () => (
    <p className="prose mb-6">
      凍結した版の全体（章と節の文章、施策、指標、用語）と、正誤表が公開されます。会議・議会の意見と、書いた人の名前は公開されません。
    </p>
  ),
  pages: (reference) => [
    { path: `/documents/${reference}`, label: "版のページを見る" },
    { path: "/documents", label: "版の一覧を見る" },
  ],
  changes: (check) => <Changes check={check} />,
  afterwards: async (ctx, { id: publicationId, reference }) => {
    const { id: versionId, planId } = await versionByReference(ctx, reference);
    for (const kind of publicPapers) await requestPaper(ctx, { planId, publicationId, versionId, kind, form: "pdf" });
  },
  removeCopies: purgeVersion,
};

/** The content of a version never changes; only its list of typing errors grows. */
function Changes({
  check: { before, after, standing, candidate },
}: {
  readonly check: CandidateCheck<DocumentSnapshot>;
}): ReactNode {
  const { name, openness } = after.version;
  const isNamedAnew = candidate.label !== name || candidate.openness !== openness;
  const open = after.content.sections.filter(({ state }) => state !== "confirmed").length;
  return (
    <>
      {isNamedAnew && (
        <Notice tone="caution" title="凍結したときと、名前か公開の段階が違います。">
          凍結したときは「{name}」（{opennessLabels[openness]}）、公開するのは「{candidate.label}」（
          {opennessLabels[candidate.openness]}）です。
        </Notice>
      )}
      {open > 0 && candidate.openness === "decided" && (
        <Notice tone="caution" title={`確定していない節が${open}件あるまま凍結された版を、公表しようとしています。`}>
          節を確定し、新しい版を凍結してから公表することを勧めます。
        </Notice>
      )}
      <p>
        {standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}
        {before && before.version.hash === after.version.hash && "版の内容は同じです。"}
      </p>
      <ul className="mt-2 list-disc pl-6">
        <li>章と節：{after.content.sections.length}</li>
        <li>施策体系の項目：{after.content.plan.nodes.length}</li>
        <li>
          正誤表：{after.errata.length}件{before && `（いまは${before.errata.length}件）`}
        </li>
      </ul>
    </>
  );
}
