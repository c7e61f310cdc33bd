import type { ReactNode } from "react";
import {
  keepBoilerplate,
  keepCategory,
  listBoilerplates,
  listCategories,
  mayManageOccasions,
  removeBoilerplate,
  type Boilerplate,
  type ResponseCategory,
} from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { Badge } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, responsesCrumb } from "./addresses.ts";

export async function showSettings(visit: Visit): Promise<Response> {
  return settingsAnswer(visit);
}

export async function saveCategory(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const words = {
    symbol: text(form, "symbol"),
    name: text(form, "name"),
    isReflected: form.has("isReflected"),
    needsPlace: form.has("needsPlace"),
    isRetired: form.has("isRetired"),
  };
  const kept = await keepCategory(ctx, words, standing(visit));
  return kept.ok ? onwards(addressOf.settings, "saved") : settingsAnswer(visit, kept.refusal);
}

export async function saveBoilerplate(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const words = {
    title: text(form, "title"),
    content: text(form, "content"),
    categoryId: text(form, "category") || null,
  };
  const kept = await keepBoilerplate(ctx, words, standing(visit));
  return kept.ok ? onwards(addressOf.settings, "saved") : settingsAnswer(visit, kept.refusal);
}

export async function dropBoilerplate(visit: Visit): Promise<Response> {
  const removed = await removeBoilerplate(visit.ctx, text(visit.form, "id"));
  return removed.ok ? onwards(addressOf.settings, "saved") : settingsAnswer(visit, removed.refusal);
}

function standing({ form }: Visit): { readonly id: string; readonly version: number } | undefined {
  const id = text(form, "id");
  return id === "" ? undefined : { id, version: Number(text(form, "version")) };
}

async function settingsAnswer(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx } = visit;
  const categories = await listCategories(ctx);
  const boilerplates = await listBoilerplates(ctx);
  const mayChange = mayManageOccasions(ctx.actor);
  const element = (
    <StaffPage visit={visit} title="対応区分と定型文" crumbs={[responsesCrumb]}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <h2 className="mt-6 mb-2 text-[1.25rem]">対応区分</h2>
      <p className="prose mb-4">
        「反映に数える」区分は、施策の文章が本当に変わっていることを、結果の確定のときに確かめます。
      </p>
      {categories.map((category) => (
        <Category key={category.id} category={category} mayChange={mayChange} />
      ))}
      {mayChange && <CategoryForm title="対応区分を加える" />}
      <h2 className="mt-10 mb-2 text-[1.25rem]">定型文</h2>
      {boilerplates.length === 0 && <p>まだありません。よく使う言い方を入れておくと、回答の画面から写せます。</p>}
      {boilerplates.map((boilerplate) => (
        <OneBoilerplate key={boilerplate.id} boilerplate={boilerplate} categories={categories} mayChange={mayChange} />
      ))}
      {mayChange && <BoilerplateForm title="定型文を加える" categories={categories} />}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

interface CategoryProps {
  readonly category: ResponseCategory;
  readonly mayChange: boolean;
}

function Category({ category, mayChange }: CategoryProps): ReactNode {
  const title = `${category.symbol}　${category.name}`;
  const marks = (
    <>
      {category.isReflected && <Badge tone="good">反映に数える</Badge>}
      {category.needsPlace && <Badge>該当箇所が要る</Badge>}
      {category.isRetired && <Badge tone="caution">使わない</Badge>}
    </>
  );
  if (!mayChange)
    return (
      <p className="card mt-2">
        {title} {marks}
      </p>
    );
  return <CategoryForm title={title} marks={marks} category={category} />;
}

interface CategoryFormProps {
  readonly title: string;
  readonly marks?: ReactNode;
  readonly category?: ResponseCategory;
}

function CategoryForm({ title, marks, category }: CategoryFormProps): ReactNode {
  return (
    <details className="card mt-2 max-w-3xl">
      <summary>
        {title} {marks}
      </summary>
      <Form action={`${addressOf.settings}/categories`}>
        {category && <Standing of={category} />}
        <TextField name="symbol" label="記号" short value={category?.symbol} required />
        <TextField name="name" label="名前" value={category?.name} required />
        <Tick name="isReflected" label="反映に数える" isOn={category?.isReflected} />
        <Tick name="needsPlace" label="該当箇所が要る（記載済み）" isOn={category?.needsPlace} />
        {category && <Tick name="isRetired" label="これからは使わない" isOn={category.isRetired} />}
        <p className="actions">
          <button className="button button-secondary">保存する</button>
        </p>
      </Form>
    </details>
  );
}

function Standing({ of }: { readonly of: { readonly id: string; readonly version: number } }): ReactNode {
  return (
    <>
      <input type="hidden" name="id" value={of.id} />
      <input type="hidden" name="version" value={of.version} />
    </>
  );
}

function Tick({
  name,
  label,
  isOn,
}: {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean | undefined;
}): ReactNode {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="yes" defaultChecked={isOn} />
      <span>{label}</span>
    </label>
  );
}

interface OneBoilerplateProps {
  readonly boilerplate: Boilerplate;
  readonly categories: readonly ResponseCategory[];
  readonly mayChange: boolean;
}

function OneBoilerplate({ boilerplate, categories, mayChange }: OneBoilerplateProps): ReactNode {
  if (mayChange) return <BoilerplateForm title={boilerplate.title} boilerplate={boilerplate} categories={categories} />;
  return (
    <div className="card mt-2">
      <h3 className="font-bold">{boilerplate.title}</h3>
      <p className="whitespace-pre-wrap">{boilerplate.content}</p>
    </div>
  );
}

interface BoilerplateFormProps {
  readonly title: string;
  readonly boilerplate?: Boilerplate;
  readonly categories: readonly ResponseCategory[];
}

function BoilerplateForm({ title, boilerplate, categories }: BoilerplateFormProps): ReactNode {
  return (
    <details className="card mt-2 max-w-3xl">
      <summary>{title}</summary>
      <Form action={`${addressOf.settings}/boilerplates`}>
        {boilerplate && <Standing of={boilerplate} />}
        <TextField name="title" label="題名" value={boilerplate?.title} required />
        <TextArea name="content" label="文" rows={4} value={boilerplate?.content} required />
        <SelectField
          name="category"
          label="いっしょに使う対応区分"
          blank="決めない"
          options={categories.map(({ id, symbol, name }) => ({ value: id, label: `${symbol} ${name}` }))}
          value={boilerplate?.categoryId ?? ""}
        />
        <p className="actions">
          <button className="button button-secondary">保存する</button>
        </p>
      </Form>
      {boilerplate && (
        <Form action={`${addressOf.settings}/boilerplates/removal`} className="mt-2">
          <input type="hidden" name="id" value={boilerplate.id} />
          <button className="button button-quiet button-small">この定型文を削除する</button>
        </Form>
      )}
    </details>
  );
}
