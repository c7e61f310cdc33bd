import type { ReactNode } from "react";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import {
  keepTemplate,
  listTemplates,
  longestTemplateName,
  templateState,
  templateStateLabels,
  type WordTemplate,
} from "#domain/plan/index.ts";
import { officeFileTypes } from "#export/office-file.ts";
import { write } from "#export/paper-writer.ts";
import { checkTemplateFile } from "#export/template-checker.ts";
import { wordLimits } from "#export/word-reader.ts";
import type { Refusal } from "#kernel/result.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { FileField, Form, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { atFile } from "../import-parts/handed-in.ts";
import { templateAddress } from "./addresses.ts";
import { stateTones } from "./parts.tsx";
import { WordList } from "./words.tsx";

/** The city's templates, and where a new one is handed in. */
export async function showTemplates(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, form } = visit;
  const templates = await listTemplates(ctx);
  const names = await peopleNames(
    ctx,
    templates.flatMap(({ uploadedBy }) => uploadedBy ?? []),
  );
  return page(
    <StaffPage visit={visit} title="Wordのひな形">
      <p className="prose">
        市の書式のWordファイルを「ひな形」として登録すると、計画書（本編・概要版・資料編）と策定方針のWordが、その書式の中に作られます。ヘッダー・フッター・市章・余白・見出しの書式は、ひな形のものになります。
      </p>
      <HandIn name={text(form, "name")} refusal={refusal} />
      <h2 className="mt-12 mb-4">登録したひな形</h2>
      {templates.length === 0 ? (
        <Empty title="まだ登録していません">
          <p>登録していない間は、標準の体裁で作られます。</p>
        </Empty>
      ) : (
        <TemplateTable templates={templates} names={names} />
      )}
      <h2 className="mt-12 mb-4">ひな形の作り方</h2>
      <WordList />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function HandIn({ name, refusal }: { readonly name: string; readonly refusal: Refusal | undefined }): ReactNode {
  return (
    <section aria-labelledby="hand-in" className="mt-8">
      <h2 id="hand-in">ひな形を登録する</h2>
      <p className="prose">
        登録しただけでは、まだ使われません。中を確かめた結果を見てから、使い始めます。はじめての方は、
        <a href={templateAddress.sample}>見本のひな形（Word）</a>を直して使えます。
      </p>
      <Form action={templateAddress.list} upload refusal={refusal} className="form max-w-2xl">
        <TextField
          name="name"
          label="名前"
          hint={`一覧で見分けるための名前です（${longestTemplateName}字まで）。例 令和8年度の市の書式`}
          value={name}
          required
          refusal={refusal}
        />
        <FileField
          name="file"
          label="ひな形のファイル"
          hint={`Word 文書（.docx）かWord テンプレート（.dotx）、${wordLimits.bytes / 1024 / 1024}MBまで。マクロ、外のファイルへのリンク、埋め込みオブジェクトのあるものは登録できません。`}
          accept=".docx,.dotx"
          required
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">登録して、中を確かめる</button>
        </div>
      </Form>
    </section>
  );
}

interface TableProps {
  readonly templates: readonly WordTemplate[];
  readonly names: ReadonlyMap<string, string>;
}

function TemplateTable({ templates, names }: TableProps): ReactNode {
  return (
    <TableFrame label="登録したひな形">
      <table className="table">
        <caption className="visually-hidden">登録したひな形</caption>
        <thead>
          <tr>
            {["名前", "状態", "登録した人", "登録した日時", "ファイル"].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <tr key={template.id}>
              <th scope="row" className="min-w-40">
                <a href={templateAddress.page(template)}>{template.name}</a>
              </th>
              <td className="whitespace-nowrap">
                <Badge tone={stateTones[templateState(template)]}>{templateStateLabels[templateState(template)]}</Badge>
              </td>
              <td>{(template.uploadedBy && names.get(template.uploadedBy)) ?? "−"}</td>
              <td className="whitespace-nowrap">{momentWords(template.uploadedAt)}</td>
              <td>
                <a href={templateAddress.file(template)}>{template.fileName}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const noFile: Refusal = {
  code: "noFile",
  message: "ファイルが選ばれていません。",
  remedy: "ひな形にする Word のファイル（.docx）を選んでください。",
  fields: { file: "ファイルを選んでください。" },
};

/** Takes a template in: refused where it can't be one, else its report is the next page. */
export async function handInTemplate(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const file = form.get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return showTemplates(visit, noFile); // an empty choice
  const bytes = new Uint8Array(await file.arrayBuffer());
  const report = await checkTemplateFile(bytes);
  if (!report.ok) return showTemplates(visit, atFile(report.refusal));
  const kept = await keepTemplate(ctx, { name: text(form, "name"), fileName: file.name, bytes, report: report.value });
  return kept.ok ? onwards(templateAddress.page(kept.value)) : showTemplates(visit, kept.refusal);
}

/** A template to begin from. */
export async function downloadSample(): Promise<Response> {
  const { bytes } = await write({ form: "template" });
  return download(bytes, "計画書のひな形（見本）.docx", officeFileTypes.docx);
}
