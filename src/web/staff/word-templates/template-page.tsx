import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  templateFile,
  templatePage,
  templateState,
  templateStateLabels,
  useTemplate,
  withdrawTemplate,
  type WordTemplate,
} from "#domain/plan/index.ts";
import type { Refusal, Result } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Form } from "#web/ui/forms.tsx";
import type { NoticeKey } from "#web/ui/notices.ts";
import { Badge } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { templateAddress } from "./addresses.ts";
import { stateTones } from "./parts.tsx";
import { TemplateFindings } from "./findings.tsx";

/** A template with what was found in it; here it comes into use, and out of it. */
export async function showTemplate(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, params } = visit;
  const template = await templatePage(ctx, params["id"] ?? "");
  const names = await peopleNames(ctx, template.uploadedBy ? [template.uploadedBy] : []);
  const crumbs = [{ href: templateAddress.list, label: "Wordのひな形" }];
  return page(
    <StaffPage visit={visit} title={template.name} crumbs={crumbs}>
      <p>
        <Badge tone={stateTones[templateState(template)]}>{templateStateLabels[templateState(template)]}</Badge>　
        {momentWords(template.uploadedAt)}に{(template.uploadedBy && names.get(template.uploadedBy)) ?? "システム"}
        が登録
      </p>
      <Use template={template} refusal={refusal} />
      <TemplateFindings report={template.report} />
      <h2 className="mt-12 mb-4">もとのファイル</h2>
      <p>
        <a href={templateAddress.file(template)}>{template.fileName}（登録したまま）を受け取る</a>
      </p>
      <p className="mt-2 break-all text-solid-gray-700">SHA-256　{template.hash}</p>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function Use({
  template,
  refusal,
}: {
  readonly template: WordTemplate;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const isUsed = templateState(template) === "used";
  return (
    <Form
      action={isUsed ? templateAddress.withdrawal(template) : templateAddress.use(template)}
      refusal={refusal}
      className="form mt-6 max-w-2xl"
    >
      <p>
        {isUsed
          ? "Wordの計画書と策定方針は、いま、このひな形に入れて作られます。やめると、標準の体裁に戻ります。すでに作ったものは変わりません。"
          : "下の結果を確かめてから使い始めてください。いま使っているひな形があれば、これに替わります。"}
      </p>
      <div className="actions">
        <button className={isUsed ? "button button-secondary" : "button"}>
          {isUsed ? "使うのをやめる" : "このひな形を使う"}
        </button>
      </div>
    </Form>
  );
}

export async function beginUse(visit: Visit): Promise<Response> {
  return answered(visit, await useTemplate(visit.ctx, visit.params["id"] ?? ""), "templateUsed");
}

export async function endUse(visit: Visit): Promise<Response> {
  return answered(visit, await withdrawTemplate(visit.ctx, visit.params["id"] ?? ""), "templateWithdrawn");
}

function answered(visit: Visit, result: Result<void>, notice: NoticeKey): Response | Promise<Response> {
  if (!result.ok) return showTemplate(visit, result.refusal);
  return onwards(templateAddress.page({ id: visit.params["id"] ?? "" }), notice);
}

/** The file as it was handed in. */
export async function downloadTemplate({ ctx, params }: Visit): Promise<Response> {
  const { bytes, name, mediaType } = await templateFile(ctx, params["id"] ?? "");
  return download(bytes, name, mediaType);
}
