import type { ReactNode } from "react";
import { mayManageTemplates, paperFormLabels, paperKindLabels, type WordTemplate } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, Form, SelectField, type Option } from "#web/ui/forms.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { sourceOptions, type PaperSources } from "./sources.ts";

interface Props {
  readonly visit: Visit;
  readonly path: string;
  readonly sources: PaperSources;
  /** Into which Word papers are written. */
  readonly template: WordTemplate | undefined;
  readonly refusal: Refusal | undefined;
}

const kinds: readonly Option[] = [
  {
    value: "main",
    label: paperKindLabels.main,
    hint: "原稿の章と節、施策ごとの見開き、指標・総合戦略・SDGs・用語の一覧まで、全体の1冊です。",
  },
  {
    value: "summary",
    label: paperKindLabels.summary,
    hint: "めざす姿、体系図、目標と施策、重点、主な指標を、4〜8ページにまとめます。",
  },
  {
    value: "annex",
    label: paperKindLabels.annex,
    hint: "策定の経過、意見を聴いた結果、会議・議会の意見、指標の一覧、用語です。",
  },
  {
    value: "errata",
    label: paperKindLabels.errata,
    hint: "凍結した版に知らせた誤りの一覧です。すでに配った冊子にはさみます。",
  },
];

/** What to make, of what, in which form. A link from a version's page chooses that version. */
export function RequestForm({ visit, path, sources, template, refusal }: Props): ReactNode {
  const { ctx, form, url } = visit;
  return (
    <Form action={path} refusal={refusal} className="form mt-8 max-w-2xl">
      <SelectField
        name="source"
        label="内容"
        hint="作成中の案と、公表でない版には、全ページに「未確定」の印が付きます。"
        options={sourceOptions(sources)}
        value={text(form, "source") || (url.searchParams.get("source") ?? "")}
        refusal={refusal}
      />
      <Choices
        name="kind"
        label="種類"
        required
        options={kinds}
        chosen={[text(form, "kind") || "main"]}
        refusal={refusal}
      />
      <Choices
        name="form"
        label="形式"
        required
        hint="Excelで作れるのは本編だけです。"
        options={Object.entries(paperFormLabels).map(([value, label]) => ({ value, label }))}
        chosen={[text(form, "form") || "pdf"]}
        refusal={refusal}
      />
      {template && (
        <Choices
          name="look"
          label="Wordの体裁"
          hint={`Wordは、市のひな形「${template.name}」に入れて作ります。PDFとExcelには使いません。`}
          kind="checkbox"
          options={[{ value: "plain", label: "ひな形を使わず、標準の体裁で作る" }]}
          chosen={texts(form, "look")}
          refusal={refusal}
        />
      )}
      {mayManageTemplates(ctx.actor) && (
        <p>
          <a href="/staff/word-templates">Wordのひな形を{template ? "見る・替える" : "登録する"}</a>
        </p>
      )}
      <p className="actions">
        <button className="button">計画書をつくる</button>
      </p>
    </Form>
  );
}
