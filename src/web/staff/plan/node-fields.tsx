import type { ReactNode } from "react";
import { nodeFieldLabels, nodeFieldKeys, type NodeContent, type NodeFieldKey } from "#domain/plan/index.ts";
import { notationOf } from "#kernel/rich-notation.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import { RichTextEditor } from "#web/islands/rich-text-editor.tsx";
import { SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Island } from "#web/ui/island.tsx";
import { NotationHelp } from "#web/ui/notation-help.tsx";
import type { Typed } from "./node-form.ts";

interface FieldsProps {
  readonly content: NodeContent;
  readonly refusal: Refusal | undefined;
}

/** Name, number, divisions, the mark of priority: for those who may change them. */
export function HeadingFields({
  content,
  refusal,
  divisions,
}: FieldsProps & { readonly divisions: readonly Option[] }): ReactNode {
  return (
    <fieldset className="form">
      <legend className="visually-hidden">名前と担当課</legend>
      <input type="hidden" name="_heading" value="1" />
      <div className="field-row">
        <TextField name="code" label="番号" value={content.code} refusal={refusal} short />
        <TextField
          name="keyword"
          label="キーワード"
          value={content.keyword}
          refusal={refusal}
          hint="【　】の中の短い言葉"
          short
        />
      </div>
      <TextField name="title" label="名前" value={content.title} refusal={refusal} required />
      <SelectField
        name="divisionId"
        label="主管課"
        value={content.divisionId ?? ""}
        options={divisions}
        blank="（決まっていない）"
        refusal={refusal}
      />
      <RelatedDivisions content={content} divisions={divisions} />
      <label className="choice">
        <input type="checkbox" name="isPriority" value="1" defaultChecked={content.isPriority} />
        <span>重点とする</span>
      </label>
    </fieldset>
  );
}

function RelatedDivisions({
  content,
  divisions,
}: {
  readonly content: NodeContent;
  readonly divisions: readonly Option[];
}): ReactNode {
  const chosen = divisions.filter((division) => content.relatedDivisionIds.includes(division.value));
  return (
    <details className="field">
      <summary className="py-1">
        <span className="field-label">関係課</span>：{chosen.map((division) => division.label).join("、") || "なし"}
      </summary>
      <fieldset className="mt-2 max-h-80 overflow-y-auto rounded-lg border border-solid-gray-420 px-4 py-2">
        <legend className="visually-hidden">関係課</legend>
        {divisions.map((division) => (
          <label key={division.value} className="choice !min-h-8 !py-1">
            <input
              type="checkbox"
              name="relatedDivisionIds"
              value={division.value}
              defaultChecked={content.relatedDivisionIds.includes(division.value)}
            />
            <span>{division.label}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

const fieldHints: Partial<Readonly<Record<NodeFieldKey, string>>> = {
  vision: "計画の終わりに、まちがどうなっているかを書きます。",
  currentState: "数字や市民の声など、根拠のあることを書きます。",
  initiatives: "「・」で始まる行は箇条書きになります。",
};

interface TextFieldsProps extends FieldsProps {
  readonly hasPage: boolean;
  /** What was typed without an editor and could not be read. */
  readonly typed: Typed;
}

/** The texts of a page, each with its editor. A node without a page of its own has only what it aims at and how. */
export function TextFields({ content, refusal, hasPage, typed }: TextFieldsProps): ReactNode {
  const shown = nodeFieldKeys.filter(
    (key) => hasPage || key === "vision" || key === "direction" || content.fields[key],
  );
  const roles = shown.filter((key) => key.endsWith("Role"));
  return (
    <>
      <noscript>
        <NotationHelp />
      </noscript>
      {shown
        .filter((key) => !key.endsWith("Role"))
        .map((key) => (
          <TextPart key={key} name={key} content={content} refusal={refusal} typed={typed[key]} />
        ))}
      {roles.length > 0 && (
        <fieldset className="field !max-w-none">
          <legend className="field-label">それぞれの役割</legend>
          <div className="field-columns">
            {roles.map((key) => (
              <TextPart key={key} name={key} content={content} refusal={refusal} typed={typed[key]} />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

interface TextPartProps extends FieldsProps {
  readonly name: NodeFieldKey;
  readonly typed: string | undefined;
}

function TextPart({ name, content, refusal, typed }: TextPartProps): ReactNode {
  const value = content.fields[name] ?? emptyRichText;
  const label = nodeFieldLabels[name];
  const hint = fieldHints[name];
  const error = refusal?.fields?.[name];
  const describedBy = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  const props = { name, label, value, plain: typed ?? notationOf(value), ...(describedBy && { describedBy }) };
  return (
    <div className="field !max-w-[50em]">
      <label htmlFor={name} className="field-label">
        {label}
      </label>
      {hint && (
        <div className="field-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <Island name="rich-text-editor" component={RichTextEditor} props={props} id={`${name}-editor`} />
    </div>
  );
}

interface Column {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

interface RowsProps {
  readonly id: string;
  readonly legend: string;
  readonly columns: readonly [Column, Column];
  readonly rows: readonly (readonly [string, string])[];
  readonly refusal: Refusal | undefined;
}

/** Related plans and terms: what is there and two empty rows more. */
export function ListFields({ content, refusal }: FieldsProps): ReactNode {
  return (
    <>
      <input type="hidden" name="_lists" value="1" />
      <RowFields
        id="relatedPlans"
        legend="関連する個別計画"
        columns={[
          { name: "relatedPlanName", label: "計画名", hint: "例：地域防災計画" },
          { name: "relatedPlanPeriod", label: "期間", hint: "例：令和7〜11年度" },
        ]}
        rows={content.relatedPlans.map(({ name, period }) => [name, period] as const)}
        refusal={refusal}
      />
      <RowFields
        id="terms"
        legend="用語解説"
        columns={[
          { name: "term", label: "用語", hint: "例：自主防災組織" },
          { name: "meaning", label: "意味", hint: "中学生にもわかる言葉で" },
        ]}
        rows={content.terms.map(({ term, meaning }) => [term, meaning] as const)}
        refusal={refusal}
      />
    </>
  );
}

function RowFields({ id, legend, columns, rows, refusal }: RowsProps): ReactNode {
  const error = refusal?.fields?.[id];
  return (
    <fieldset className="field !max-w-[50em]" id={id}>
      <legend className="field-label">{legend}</legend>
      <p className="field-hint">行が足りないときは、保存すると空の行が増えます。消すときは両方を空にします。</p>
      {error && <p className="field-error">{error}</p>}
      {[...rows, ["", ""] as const, ["", ""] as const].map((row, index) => (
        <div key={index} className="grid gap-2 sm:grid-cols-[2fr_3fr]">
          {columns.map((column, place) => (
            <input
              key={column.name}
              className="input"
              name={column.name}
              aria-label={`${legend} ${index + 1}行目の${column.label}`}
              placeholder={index === rows.length ? column.hint : undefined}
              defaultValue={row[place]}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}
