import type { ReactNode } from "react";
import { dispositionLabels, mayRemark, textKeysOf, type SectionRemark } from "#domain/documents/index.ts";
import { peopleNames } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, SelectField, TextArea, TextField } from "#web/ui/forms.tsx";
import { Badge } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import type { SectionScene } from "./section-page.tsx";
import { textLabel, whenWords } from "./words.ts";

/** Names of those who made remarks or told what became of them. */
export async function remarkNames(
  { ctx }: Visit,
  remarks: readonly SectionRemark[],
): Promise<ReadonlyMap<string, string>> {
  return peopleNames(ctx, [
    ...new Set(remarks.flatMap(({ madeBy, disposedBy }) => [madeBy, ...(disposedBy ? [disposedBy] : [])])),
  ]);
}

interface RemarksProps {
  readonly scene: SectionScene;
  readonly remarks: readonly SectionRemark[];
  readonly names: ReadonlyMap<string, string>;
  /** Of a remark that was to be added. */
  readonly refusal: Refusal | undefined;
}

/** What readers inside said of the section (意見と修正案), with what became of it. */
export function Remarks({ scene, remarks, names, refusal }: RemarksProps): ReactNode {
  return (
    <section id="remarks" aria-labelledby="remarks-title" className="no-print mt-12">
      <h2 id="remarks-title" className="text-[1.25rem]">
        意見と修正案
      </h2>
      {remarks.length === 0 && <p className="mt-2">意見や修正案は、まだありません。</p>}
      <ul className="list-plain mt-4 space-y-4">
        {remarks.map((remark) => (
          <li key={remark.id} className="card">
            <RemarkWords remark={remark} names={names} today={scene.today} />
            {remark.disposition === null && scene.mayWrite && <Disposing scene={scene} remark={remark} />}
          </li>
        ))}
      </ul>
      {mayRemark(scene.visit.ctx.actor) && <Adding scene={scene} refusal={refusal} />}
    </section>
  );
}

interface RemarkWordsProps {
  readonly remark: SectionRemark;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

/** A remark as it is read: where it belongs, the words, what became of it. */
export function RemarkWords({ remark, names, today }: RemarkWordsProps): ReactNode {
  const { textKey, quote, words, replacement, madeBy, madeAt, disposition, reason, disposedBy } = remark;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge>{replacement === null ? "意見" : "修正案"}</Badge>
        <span>{names.get(madeBy) ?? "−"}</span>
        <span className="text-solid-gray-700">{whenWords(madeAt, today)}</span>
        <span className="text-solid-gray-700">{textLabel(textKey)}</span>
      </p>
      {remark.isErased && <p className="mt-2">内容は消去しました。</p>}
      {replacement === null ? (
        quote !== "" && <p className="mt-2">「{quote}」について</p>
      ) : (
        <p className="mt-2">
          <del className="change-removed">{quote}</del> →{" "}
          <ins className="change-added">{replacement || "（消す）"}</ins>
        </p>
      )}
      {words !== "" && <p className="mt-2 whitespace-pre-wrap">{words}</p>}
      {disposition !== null && (
        <p className="mt-2">
          <Badge tone={disposition === "declined" ? "plain" : "good"}>{dispositionLabels[disposition]}</Badge>{" "}
          {names.get(disposedBy ?? "") ?? "−"}
          {reason !== "" && `：${reason}`}
        </p>
      )}
    </>
  );
}

function Disposing({ scene, remark }: { readonly scene: SectionScene; readonly remark: SectionRemark }): ReactNode {
  const { plan, section } = scene.found;
  const field = `reason-${remark.id}`;
  const { form } = scene.visit;
  const entered = text(form, "remarkId") === remark.id ? text(form, "reason") : "";
  return (
    <Form action={`${addressOf.section(plan, section.id)}/remarks/disposal`} className="mt-3 grid gap-2">
      <input type="hidden" name="remarkId" value={remark.id} />
      <label htmlFor={field} className="field-label">
        理由
      </label>
      <input id={field} name="reason" className="input" defaultValue={entered} />
      <p className="actions !mt-0">
        {Object.entries(dispositionLabels).map(([value, label]) => (
          <button key={value} name="disposition" value={value} className="button button-secondary button-small">
            {value === "adopted" && remark.replacement !== null ? "文章に取り入れる" : `「${label}」にする`}
          </button>
        ))}
      </p>
    </Form>
  );
}

function Adding({
  scene,
  refusal,
}: {
  readonly scene: SectionScene;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const { found, visit } = scene;
  const { plan, section } = found;
  const entered = (name: string) => text(visit.form, name);
  const keys = textKeysOf(section);
  return (
    <details className="mt-4" open={refusal !== undefined}>
      <summary>意見や修正案を書く</summary>
      <Form action={`${addressOf.section(plan, section.id)}/remarks`} refusal={refusal} className="form mt-2">
        {keys.length === 1 ? (
          <input type="hidden" name="textKey" value={keys[0]} />
        ) : (
          <SelectField
            name="textKey"
            label="どの欄について"
            options={keys.map((value) => ({ value, label: textLabel(value) }))}
            value={entered("textKey")}
          />
        )}
        <TextField
          name="quote"
          label="どの言葉について"
          value={entered("quote")}
          refusal={refusal}
          hint="文章から写します。全体への意見なら、空のままにします。"
        />
        <TextField
          name="replacement"
          label="修正案"
          value={entered("replacement")}
          refusal={refusal}
          hint="その言葉を、どう直すか。意見だけなら、空のままにします。"
        />
        <label className="choice">
          <input type="checkbox" name="removes" value="1" defaultChecked={visit.form.has("removes")} />
          <span>その言葉を消す修正案にする</span>
        </label>
        <TextArea name="words" label="意見" value={entered("words")} refusal={refusal} rows={3} />
        <p className="actions">
          <button className="button button-secondary">意見を付ける</button>
        </p>
      </Form>
    </details>
  );
}
