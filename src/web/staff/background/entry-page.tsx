import type { ReactNode } from "react";
import {
  backgroundEntry,
  keepBackgroundEntry,
  registerShapes,
  removeBackgroundEntry,
  type BackgroundEntry,
  type BackgroundField,
  type Register,
} from "#domain/statistics/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { isId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, backgroundCrumb, registerAt } from "./addresses.ts";
import { allMeasures, type MeasureName } from "./measures.ts";

type Words = Pick<BackgroundEntry, "title" | "fields" | "nodeIds">;

export async function showNewEntry(visit: Visit): Promise<Response> {
  const register = registerAt(visit.params["register"] ?? "");
  const nodeId = visit.query.get("node") ?? "";
  return entryPage(visit, { register, words: { title: "", fields: {}, nodeIds: isId(nodeId) ? [nodeId] : [] } });
}

export async function makeEntry(visit: Visit): Promise<Response> {
  const register = registerAt(visit.params["register"] ?? "");
  const words = sentWords(visit.form, register);
  const made = await keepBackgroundEntry(visit.ctx, { register, ...words });
  return made.ok
    ? onwards(addressOf.register(register), "created")
    : entryPage(visit, { register, words, refusal: made.refusal });
}

export async function showEntry(visit: Visit): Promise<Response> {
  const register = registerAt(visit.params["register"] ?? "");
  const standing = await backgroundEntry(visit.ctx, register, visit.params["entry"] ?? "");
  return entryPage(visit, { register, words: standing, standing });
}

export async function saveEntryEdit(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const register = registerAt(visit.params["register"] ?? "");
  const standing = await backgroundEntry(ctx, register, visit.params["entry"] ?? "");
  const words = sentWords(form, register);
  const version = Number(text(form, "version"));
  const saved = await keepBackgroundEntry(ctx, { register, ...words }, { id: standing.id, version });
  if (saved.ok) return onwards(addressOf.register(register), "saved");
  return entryPage(visit, { register, words, standing: { ...standing, version }, refusal: saved.refusal });
}

export async function dropEntry(visit: Visit): Promise<Response> {
  const register = registerAt(visit.params["register"] ?? "");
  const { id } = await backgroundEntry(visit.ctx, register, visit.params["entry"] ?? "");
  await removeBackgroundEntry(visit.ctx, id); // refuses nothing
  return onwards(`${addressOf.register(register)}?removed=${id}`, "removed");
}

function sentWords(form: FormData, register: Register): Words {
  const { fields } = registerShapes[register];
  return {
    title: text(form, "title"),
    fields: Object.fromEntries(fields.map(({ key }) => [key, text(form, key)])),
    nodeIds: texts(form, "node").filter(isId),
  };
}

interface EntryForm {
  readonly register: Register;
  readonly words: Words;
  readonly standing?: BackgroundEntry;
  readonly refusal?: Refusal;
}

async function entryPage(visit: Visit, { register, words, standing, refusal }: EntryForm): Promise<Response> {
  const shape = registerShapes[register];
  const action = standing ? addressOf.entry(register, standing.id) : addressOf.newEntry(register);
  const element = (
    <StaffPage
      visit={visit}
      title={standing ? `${shape.entry}を直す` : `${shape.entry}を加える`}
      crumbs={[backgroundCrumb, { href: addressOf.register(register), label: shape.name }]}
    >
      <Form action={action} refusal={refusal} className="form max-w-3xl">
        {standing && <input type="hidden" name="version" value={standing.version} />}
        <TextField
          name="title"
          label={shape.titleLabel}
          hint={shape.titleHint}
          value={words.title}
          required
          refusal={refusal}
        />
        {shape.fields.map((field) => (
          <Field key={field.key} field={field} value={words.fields[field.key] ?? ""} refusal={refusal} />
        ))}
        <Measures measures={await allMeasures(visit.ctx)} chosen={words.nodeIds} />
        <p className="actions">
          <button className="button">保存する</button>
          <a className="button button-quiet" href={addressOf.register(register)}>
            やめる
          </a>
        </p>
      </Form>
      {standing && (
        <Form action={`${action}/removal`} className="mt-12 border-t border-solid-gray-200 pt-4">
          <button className="button button-quiet button-small">削除する</button>
          <span className="ml-3 text-solid-gray-700">一覧から元に戻せます。</span>
        </Form>
      )}
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

interface FieldProps {
  readonly field: BackgroundField;
  readonly value: string;
  readonly refusal: Refusal | undefined;
}

function Field({ field, value, refusal }: FieldProps): ReactNode {
  const { key, label, hint, form, isRequired = false } = field;
  const props = { name: key, label, value, refusal, required: isRequired, ...(hint !== undefined && { hint }) };
  if (form === "line") return <TextField {...props} />;
  if (form === "text") return <TextArea {...props} rows={4} />;
  const options = form.options.map((option) => ({ value: option, label: option }));
  return <Choices {...props} options={options} chosen={[value]} />;
}

/** The measures that the entry leads to, plan by plan; a plan without a chosen one is folded. */
function Measures({
  measures,
  chosen,
}: {
  readonly measures: readonly MeasureName[];
  readonly chosen: readonly string[];
}): ReactNode {
  const plans = [...grouped(measures, ({ planName }) => planName)];
  if (plans.length === 0) return <p>施策がまだないので、結び付けられません。</p>;
  return (
    <fieldset className="field">
      <legend className="field-label block">結び付ける施策</legend>
      {plans.map(([name, own], index) => (
        <details key={name} open={index === 0 || own.some(({ id }) => chosen.includes(id))} className="card mt-2">
          <summary className="font-bold">{name}</summary>
          <div className="mt-2 grid gap-x-4 md:grid-cols-2">
            {own.map(({ id, label }) => (
              <label key={id} className="choice">
                <input type="checkbox" name="node" value={id} defaultChecked={chosen.includes(id)} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}
