import type { ReactNode } from "react";
import { mayReadManuscripts, planVersions, versionReference, wordImports } from "#domain/documents/index.ts";
import { momentWords } from "#domain/identity/index.ts";
import type { PlanWithLevels } from "#domain/plan/index.ts";
import { listPublications } from "#domain/publication/index.ts";
import type { Visit } from "#web/visit.ts";
import { addressOf as versionAddress } from "../documents/addresses.ts";
import { wordAddressOf } from "../manuscripts/word/addresses.ts";
import { addressOf as publicationAddress } from "../publications/addresses.ts";

interface Place {
  readonly href: string;
  readonly label: string;
}

/** Where the same words may stand, beyond what an erasure reaches: frozen versions, publications, Word files that were handed in. */
export async function Leftovers({
  visit,
  plan,
}: {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
}): Promise<ReactNode> {
  const [versions, words] = mayReadManuscripts(visit.ctx.actor) ? await insidePlaces(visit, plan) : [[], []];
  const publications = await publishedPlaces(visit, plan);
  return (
    <section aria-labelledby="leftovers" className="prose mt-10 mb-8">
      <h2 id="leftovers" className="text-[1.25rem]">
        同じ言葉が、ほかに残っているかもしれないところ
      </h2>
      <p>次のものは、内容の消去では消えません。開いて、同じ情報がないか確かめてください。</p>
      <ul className="list-disc pl-6">
        <li>
          公表したもの：「完全に削除する」で消します。版の公表を消すと、凍結した版の内容も消えます。
          <Places places={publications} none="公表したものはありません。" />
        </li>
        <li>
          凍結した版：公表した版は、上の「完全に削除する」で消します。公表していない版の内容を消す手続は、まだありません。
          <Places places={versions} none="見られる版はありません。" />
        </li>
        <li>
          原稿に読み込んだWord：読み込みのページの「消去する」で消します。
          <Places places={words} none="見られる読み込みはありません。" />
        </li>
        <li>
          ほかの施策や節、用語、節の差替えの理由、次の計画に引き継いだ原稿、書いた人の端末の控え：それぞれのページで確かめます。
        </li>
      </ul>
    </section>
  );
}

function Places({ places, none }: { readonly places: readonly Place[]; readonly none: string }): ReactNode {
  if (places.length === 0) return <p>{none}</p>;
  return (
    <ul className="list-disc pl-6">
      {places.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** The versions and Word files of the plan that still hold their content. */
async function insidePlaces({ ctx }: Visit, plan: PlanWithLevels): Promise<[Place[], Place[]]> {
  const versions = (await planVersions(ctx, plan.id)).filter(({ purgedAt }) => purgedAt === null);
  const words = (await wordImports(ctx, plan.id)).filter(({ isErased }) => !isErased);
  return [
    versions.map(({ number, name }) => ({
      href: versionAddress.version(plan, number),
      label: `第${number}版「${name}」`,
    })),
    words.map(({ id, fileName }) => ({ href: wordAddressOf.import({ plan }, id), label: fileName })),
  ];
}

/** What was published of the plan and its versions, and is not purged. */
async function publishedPlaces({ ctx }: Visit, plan: PlanWithLevels): Promise<Place[]> {
  const versions = await planVersions(ctx, plan.id);
  const references = new Set([plan.slug, ...versions.map(({ number }) => versionReference(plan.slug, number))]);
  return (await listPublications(ctx))
    .filter(({ reference, purge }) => references.has(reference) && !purge)
    .map(({ id, label, publishedAt }) => ({
      href: publicationAddress.publication(id),
      label: `「${label}」（${momentWords(publishedAt)}に公開）`,
    }));
}
