import type { ReactNode } from "react";
import { editMunicipality, ownMunicipality, prefectureOf, type MunicipalityFacts } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { StaleComparison } from "../stale-comparison.tsx";

const labels: Readonly<Record<keyof MunicipalityFacts, string>> = {
  name: "市町村の名前",
  kana: "ふりがな",
  code: "全国地方公共団体コード",
  contact: "サイト全体の問い合わせ先",
};
const keys = ["name", "kana", "code", "contact"] as const;

interface MunicipalityPageProps {
  readonly visit: Visit;
  /** As it is stored. */
  readonly now: MunicipalityFacts & { readonly version: number };
  /** As the form shows it. */
  readonly facts: MunicipalityFacts;
  readonly refusal?: Refusal | undefined;
}

/** What the city says of itself: written at the set-up, corrected here. */
function MunicipalityPage({ visit, now, facts, refusal }: MunicipalityPageProps): ReactNode {
  const field = (name: keyof MunicipalityFacts) => ({ name, label: labels[name], value: facts[name], refusal });
  const compared = keys.map((key) => ({ label: labels[key], now: now[key], mine: facts[key] }));
  return (
    <StaffPage visit={visit} title="自治体の設定">
      <p className="prose mb-6">市民のページと職員のページの見出し、オープンデータ、問い合わせ先に使います。</p>
      <p className="mb-6">
        <a href="/staff/municipalities">この環境の市（アドレスと状態）</a>　
        <a href="/staff/word-templates">Wordのひな形</a>
      </p>
      <Form action="/staff/municipality" refusal={refusal}>
        <input type="hidden" name="version" value={now.version} />
        <StaleComparison refusal={refusal} fields={compared} />
        <TextField {...field("name")} required />
        <TextField {...field("kana")} hint="ひらがなで入れます。例 みほんし" />
        <TextField {...field("code")} required short inputMode="numeric" hint={codeHint(now.code)} />
        <TextArea
          {...field("contact")}
          rows={2}
          hint="市民のページの下に出ます。例 企画課　電話 000-000-0000。空のときは出ません。"
        />
        <div className="actions">
          <button className="button">保存する</button>
          <a href="/staff">やめて戻る</a>
        </div>
      </Form>
    </StaffPage>
  );
}

function codeHint(code: string): string {
  const place = prefectureOf(code);
  return `総務省が定めた6桁の番号です（最後の1桁は検査数字）。いまの番号は${place ? `${place}のものです` : "仮のものです"}。変えても、計画や記録はそのまま残ります。`;
}

export async function showMunicipality(visit: Visit): Promise<Response> {
  const now = await ownMunicipality(visit.ctx);
  return page(<MunicipalityPage visit={visit} now={now} facts={now} />);
}

export async function saveMunicipality(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const value = (name: keyof MunicipalityFacts) => text(form, name);
  const facts = { name: value("name"), kana: value("kana"), code: value("code"), contact: value("contact") };
  const result = await editMunicipality(ctx, { ...facts, version: Number(text(form, "version")) });
  if (result.ok) return onwards("/staff/municipality", "saved");
  const now = await ownMunicipality(ctx);
  return page(<MunicipalityPage visit={visit} now={now} facts={facts} refusal={result.refusal} />, 422);
}
