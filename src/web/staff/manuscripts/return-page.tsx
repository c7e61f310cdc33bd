import { mergedTexts, textsAt, sectionName } from "#domain/documents/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { loanOf } from "./loan-page.tsx";
import { TwoTexts } from "./two-texts.tsx";
import { textLabel } from "./words.ts";

/** A return on texts that others changed too: both side by side, and the return that has seen them. */
export async function showStaleReturn(visit: Visit, refusal: Refusal): Promise<Response> {
  const { plan, section, above, own } = await loanOf(visit);
  const base = await textsAt(visit.ctx, section, own.baseVersion);
  const mine = base ? mergedTexts(base, own.texts, section.texts).texts : own.texts;
  const address = addressOf.loan(plan, own.id);
  return page(
    <StaffPage
      visit={visit}
      title={`${sectionName(section)}：2つの文章を見くらべる`}
      crumbs={manuscriptCrumbs(plan, [...above, section])}
      wide
    >
      <Form action={`${address}/return`} refusal={refusal}>
        <input type="hidden" name="saveNumber" value={own.saveNumber} />
        <input type="hidden" name="seenVersion" value={section.textVersion} />
        <p className="actions">
          <button className="button">右の文章で返却する</button>
          <a href={address} className="button button-secondary">
            書く画面に戻って直す
          </a>
        </p>
      </Form>
      <p className="mt-6">
        左は、いま節にある文章です。右は、返却すると節に入る文章です。ほかの人だけが変えた欄は、その人の文章のまま残ります。
      </p>
      <TwoTexts
        one={{ label: "いまの節の文章", texts: section.texts }}
        other={{ label: "あなたの文章", texts: mine }}
        act={(key) => (
          <Form action={`${address}/adoptions`} className="mt-3">
            <input type="hidden" name="textKey" value={key} />
            <button className="button button-secondary button-small">
              左の文章を取り入れる<span className="visually-hidden">：{textLabel(key)}</span>
            </button>
          </Form>
        )}
      />
    </StaffPage>,
    422,
  );
}
