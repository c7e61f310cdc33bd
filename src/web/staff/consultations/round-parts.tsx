import type { ReactNode } from "react";
import { lacksOfRound, roundOf } from "#domain/consultations/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { addressOf } from "./addresses.ts";
import { documentParts } from "./document-parts.tsx";
import { Lacks } from "./lacks.tsx";
import type { Scene } from "./overview-page.tsx";

/** What of the page is a public comment round's own: what is missing, the documents, the papers. */
export async function roundParts(scene: Scene, refusal: Refusal | undefined): Promise<ReactNode> {
  const { consultation, visit } = scene;
  const { words, documents } = await roundOf(visit.ctx, consultation.id);
  return (
    <>
      <Lacks lacks={lacksOfRound(words, documents)} />
      {await documentParts(scene, { documents, refusal, title: "案と関連資料" })}
      <Papers slug={consultation.slug} />
    </>
  );
}

function Papers({ slug }: { readonly slug: string }): ReactNode {
  const papers = [
    { file: "guide", name: "実施要領" },
    { file: "notice", name: "公示文" },
  ];
  return (
    <section aria-labelledby="papers-title" className="mt-8">
      <h2 id="papers-title" className="text-[1.25rem]">
        配る・掲示する紙
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {papers.map(({ file, name }) => (
          <li key={file}>
            {name}：<a href={addressOf.paper(slug, `${file}.docx`)}>Word</a>
            {"　"}
            <a href={addressOf.paper(slug, `${file}.pdf`)}>PDF</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
