import type { ReactNode } from "react";
import { copyCauseLabels, type SectionCopy } from "#domain/documents/index.ts";
import { Form } from "#web/ui/forms.tsx";
import { addressOf } from "./addresses.ts";
import type { SectionScene } from "./section-page.tsx";
import { TwoTexts } from "./two-texts.tsx";
import { textLabel, whenWords } from "./words.ts";

/** Texts kept beside the section (控え), each beside what stands in the section. */
export function Copies({ scene }: { readonly scene: SectionScene }): ReactNode {
  const { copies } = scene.found;
  if (copies.length === 0) return null;
  return (
    <section id="copies" aria-labelledby="copies-title" className="mt-8">
      <h2 id="copies-title" className="text-[1.25rem]">
        控えの文章（{copies.length}件）
      </h2>
      <p className="mt-2">
        節に入っていない文章です。いまの文章と見くらべ、必要なところを取り入れてから、片付けてください。
        {scene.mayWrite && !scene.isOwn && "取り入れるには、この節を借ります。"}
      </p>
      <ul className="list-plain mt-4 space-y-6">
        {copies.map((copy) => (
          <li key={copy.id} className="card">
            <Copy copy={copy} scene={scene} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Copy({ copy, scene }: { readonly copy: SectionCopy; readonly scene: SectionScene }): ReactNode {
  const { found, names, today, mayWrite, isOwn } = scene;
  const { plan, section, loan } = found;
  const standing =
    isOwn && loan
      ? { label: "あなたが書いている文章", texts: loan.texts }
      : { label: "節の文章", texts: section.texts };
  const who = names.get(copy.writtenBy ?? "") ?? "−";
  const adopt = (key: string) =>
    isOwn &&
    loan && (
      <Form action={`${addressOf.loan(plan, loan.id)}/adoptions`} className="mt-3">
        <input type="hidden" name="copyId" value={copy.id} />
        <input type="hidden" name="textKey" value={key} />
        <button className="button button-secondary button-small">
          こちらを取り入れる<span className="visually-hidden">：{textLabel(key)}</span>
        </button>
      </Form>
    );
  return (
    <>
      <h3 className="text-[1.125rem]">
        {copyCauseLabels[copy.cause]}
        <span className="ml-3 font-normal">
          {who}　{whenWords(copy.keptAt, today)}
        </span>
      </h3>
      {copy.texts ? (
        <TwoTexts one={standing} other={{ label: `控え（${who}）`, texts: copy.texts }} act={adopt} />
      ) : (
        <p className="mt-2">内容は消去しました。</p>
      )}
      {mayWrite && (
        <Form action={`${addressOf.section(plan, section.id)}/copies`} className="mt-4">
          <input type="hidden" name="copyId" value={copy.id} />
          <button className="button button-secondary">片付ける</button>
        </Form>
      )}
    </>
  );
}
