import type { ReactNode } from "react";
import { manuscriptOf, type Manuscript, type ManuscriptLine, sectionName } from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, RefusalNotice, SelectField, TextField, type Option } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { divisionOptions } from "../plan/division-options.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { LeftOutNotice } from "./manuscript-notices.tsx";
import { wordAddressOf } from "./word/addresses.ts";
import { divisionWords } from "./words.ts";

/** What was refused, and at which of the page's forms. */
export interface OutlineRefusal {
  readonly at: "add" | "bind" | "step";
  readonly refusal: Refusal;
}

/** Adds, orders and binds the chapters and sections (章と節を組む). */
export async function showOutline(visit: Visit, refused?: OutlineRefusal): Promise<Response> {
  const { ctx, params, form } = visit;
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const manuscript = await manuscriptOf(ctx, plan.id);
  const divisions = await divisionOptions(ctx);
  const at = (place: OutlineRefusal["at"]) => (refused?.at === place ? refused.refusal : undefined);
  return page(
    <StaffPage visit={visit} title="章と節を組む" crumbs={manuscriptCrumbs(plan)}>
      {at("step") && <RefusalNotice refusal={refused?.refusal ?? { code: "", message: "" }} />}
      <LeftOutNotice manuscript={manuscript} mayShape />
      <Lines manuscript={manuscript} divisions={divisions} />
      <Addition manuscript={manuscript} divisions={divisions} form={form} refusal={at("add")} />
      <Binding manuscript={manuscript} refusal={at("bind")} />
      <p className="mt-10">
        <a href={wordAddressOf.outline(manuscript)}>Wordの計画書から章と節を作る</a>
      </p>
    </StaffPage>,
    refused ? 422 : 200,
  );
}

interface LinesProps {
  readonly manuscript: Manuscript;
  readonly divisions: readonly Option[];
}

const indents = ["", "pl-6", "pl-12", "pl-16"] as const;

function Lines({ manuscript, divisions }: LinesProps): ReactNode {
  if (manuscript.lines.length === 0)
    return (
      <Empty title="章と節は、まだありません。">
        <p>下の「章や節を加える」か「施策体系から節を作る」から始めます。</p>
      </Empty>
    );
  return (
    <ol className="list-plain">
      {manuscript.lines.map((line) => (
        <li key={line.id} id={`section-${line.id}`} className="border-b border-solid-gray-200 py-2">
          <div className={`flex flex-wrap items-center gap-x-4 gap-y-2 ${indents[Math.min(line.depth, 4) - 1]}`}>
            <span className="min-w-48 flex-1">
              <a href={addressOf.section(manuscript.plan, line.id)}>{sectionName(line)}</a>
              <span className="block text-solid-gray-700">{lineWords(line, divisions)}</span>
            </span>
            <Steps manuscript={manuscript} line={line} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function lineWords(line: ManuscriptLine, divisions: readonly Option[]): string {
  const due = line.dueOn === null ? "期限なし" : `期限 ${warekiDate(line.dueOn)}`;
  return [line.nodeId === null ? "" : "施策体系の項目", divisionWords(divisions, line) || "担当課なし", due]
    .filter(Boolean)
    .join("・");
}

function Steps({ manuscript, line }: { readonly manuscript: Manuscript; readonly line: ManuscriptLine }): ReactNode {
  const { plan } = manuscript;
  const name = <span className="visually-hidden">：{sectionName(line)}</span>;
  return (
    <Form action={`${addressOf.outline(plan)}/steps`} className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={line.id} />
      <button name="step" value="-1" className="button button-secondary button-small">
        上へ{name}
      </button>
      <button name="step" value="1" className="button button-secondary button-small">
        下へ{name}
      </button>
      <a href={addressOf.frame(plan, line.id)} className="button button-secondary button-small">
        直す{name}
      </a>
    </Form>
  );
}

/** Sections as places to put something under. */
export function placeOptions(lines: readonly ManuscriptLine[]): Option[] {
  return lines.map((line) => ({ value: line.id, label: `${"　".repeat(line.depth - 1)}${sectionName(line)}` }));
}

interface AdditionProps extends LinesProps {
  readonly form: FormData;
  readonly refusal: Refusal | undefined;
}

function Addition({ manuscript, divisions, form, refusal }: AdditionProps): ReactNode {
  return (
    <section className="mt-12" aria-labelledby="addition">
      <h2 id="addition" className="text-[1.25rem]">
        章や節を加える
      </h2>
      <Form action={`${addressOf.outline(manuscript.plan)}/additions`} refusal={refusal} className="form mt-4">
        <TextField
          name="title"
          label="名前"
          value={text(form, "title")}
          refusal={refusal}
          required
          hint="例：計画の策定にあたって"
        />
        <SelectField
          name="parentId"
          label="置く場所"
          blank="章として、いちばん後ろに"
          options={placeOptions(manuscript.lines)}
          value={text(form, "parentId")}
          hint="選んだ章や節の下の、いちばん後ろに入ります。"
        />
        <SelectField
          name="divisionId"
          label="担当課"
          blank="（決まっていない）"
          options={divisions}
          value={text(form, "divisionId")}
        />
        <TextField name="dueOn" label="期限" type="date" value={text(form, "dueOn")} refusal={refusal} short />
        <p className="actions">
          <button className="button">加える</button>
        </p>
      </Form>
    </section>
  );
}

function Binding({
  manuscript,
  refusal,
}: {
  readonly manuscript: Manuscript;
  readonly refusal: Refusal | undefined;
}): ReactNode {
  const { plan, lines, unbound } = manuscript;
  return (
    <section className="mt-12" aria-labelledby="bind">
      <h2 id="bind" className="text-[1.25rem]">
        施策体系から節を作る
      </h2>
      {unbound.length === 0 ? (
        <p className="mt-2">施策体系の項目には、すべて節があります。</p>
      ) : (
        <Form action={`${addressOf.outline(plan)}/binding`} refusal={refusal} className="form mt-4">
          <p>
            まだ節のない{unbound.length}
            件に、体系の順で節を作ります。文章は施策のページと同じもので、どちらで直しても1つです。
          </p>
          <SelectField
            name="parentId"
            label="置く場所"
            blank="章として、いちばん後ろに"
            options={placeOptions(lines.filter(({ nodeId }) => nodeId === null))}
          />
          <p className="actions">
            <button className="button">節を作る</button>
          </p>
        </Form>
      )}
    </section>
  );
}
