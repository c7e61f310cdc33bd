import { takeOver, sectionName } from "#domain/documents/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { sectionOf } from "./frame-page.tsx";
import { sceneOf, showSection } from "./section-page.tsx";
import { TwoTexts } from "./two-texts.tsx";
import { whenWords } from "./words.ts";

/** Before a takeover (引継ぎ): what happens to the other's text. */
export async function showTakeover(visit: Visit, refusal?: Refusal): Promise<Response> {
  const found = await sectionOf(visit);
  const { plan, section, above, loan } = found;
  if (!loan) return showSection(visit, refusal && { at: "top", refusal });
  const { names, today } = await sceneOf(visit, found);
  const writer = `${names.get(loan.takenBy) ?? "ほかの人"}さん`;
  return page(
    <StaffPage visit={visit} title="引き継ぐ前の確認" crumbs={manuscriptCrumbs(plan, [...above, section])}>
      <Form action={addressOf.takeover(plan, section.id)} refusal={refusal}>
        <input type="hidden" name="loanId" value={loan.id} />
        <p>
          「{sectionName(section)}」は、{writer}が{whenWords(loan.takenAt, today)}
          から借りています。引き継ぐと、次のようになります。
        </p>
        <ul className="list-disc pl-6">
          <li>
            {writer}の貸出は終わり、あなたが、最後に保存された文章（{whenWords(loan.savedAt, today)}）の続きを書きます。
          </li>
          <li>{writer}の文章は、いまのまま控えとしても残ります。</li>
          <li>{writer}がまだ送っていない文章は、あとから届いても控えとして残ります。消えることはありません。</li>
        </ul>
        <p className="actions">
          <button className="button">引き継ぐ</button>
          <a href={addressOf.section(plan, section.id)} className="button button-secondary">
            引き継がない
          </a>
        </p>
      </Form>
      <section className="mt-10" aria-labelledby="differences">
        <h2 id="differences" className="text-[1.25rem]">
          節の文章と、書きかけの文章
        </h2>
        <TwoTexts
          one={{ label: "節の文章", texts: section.texts }}
          other={{ label: `${writer}の書きかけ`, texts: loan.texts }}
        />
      </section>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function doTakeover(visit: Visit): Promise<Response> {
  const { plan, section } = await sectionOf(visit);
  const result = await takeOver(visit.ctx, { sectionId: section.id, loanId: text(visit.form, "loanId") });
  return result.ok ? onwards(addressOf.loan(plan, result.value.loanId)) : showTakeover(visit, result.refusal);
}
