import type { ReactNode } from "react";
import {
  goalsInLines,
  keepFrame,
  keepProgramme,
  takeKnownFrames,
  takeKnownProgrammes,
  listFrames,
  listProgrammes,
  mayManageGrants,
  mayManageStrategy,
  spanWords,
  type GrantProgramme,
  type NationalFrame,
} from "#domain/strategy/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";
import { openYearIn, yearIn } from "./entered.ts";

/** The word in an address that stands for an entry that is not there yet. */
const newWord = "new";

interface EntryProps {
  readonly name: string;
  readonly span: string;
  readonly source: string;
  readonly href: string | null;
  readonly children: ReactNode;
}

function Entry({ name, span, source, href, children }: EntryProps): ReactNode {
  return (
    <li className="card mt-4">
      <h2 className="text-[1.125rem]">
        {name}（{span}）
      </h2>
      {children}
      <p className="mt-2 text-solid-gray-700">出典：{source}</p>
      {href && (
        <p className="mt-2">
          <a href={href}>「{name}」を直す</a>
        </p>
      )}
    </li>
  );
}

/** Takes over what the software knows of the state; what the city has already stays as it is. */
function TakeKnown({ action, words }: { readonly action: string; readonly words: string }): ReactNode {
  return (
    <Form action={action} className="actions mt-4">
      <button className="button button-quiet">{words}</button>
    </Form>
  );
}

export async function addKnownFrames({ ctx }: Visit): Promise<Response> {
  await takeKnownFrames(ctx);
  return onwards(addressOf.frames, "saved");
}

export async function addKnownProgrammes({ ctx }: Visit): Promise<Response> {
  await takeKnownProgrammes(ctx);
  return onwards(addressOf.programmes, "saved");
}

export async function showFrames(visit: Visit): Promise<Response> {
  const frames = await listFrames(visit.ctx);
  const may = mayManageStrategy(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title="国の枠組み" crumbs={[homeCrumb]}>
      <p className="prose">
        国の総合戦略の基本目標です。国の戦略が改まったら加えます。市の基本目標との対応が、対応表に出ます。
      </p>
      {may && (
        <p className="actions mt-4">
          <a className="button button-secondary" href={addressOf.frame(newWord)}>
            枠組みを加える
          </a>
        </p>
      )}
      {may && <TakeKnown action={`${addressOf.frames}/known`} words="ソフトウェアが持つ国の枠組みを加える" />}
      {frames.length === 0 && <Empty title="枠組みがまだありません" />}
      <ul className="list-plain">
        {frames.map((frame) => (
          <Entry key={frame.id} {...frame} span={spanWords(frame)} href={may ? addressOf.frame(frame.code) : null}>
            <ol className="mt-2 list-decimal pl-6">
              {frame.goals.map(({ key, name }) => (
                <li key={key}>{name}</li>
              ))}
            </ol>
            {frame.note !== "" && <p className="mt-2">{frame.note}</p>}
          </Entry>
        ))}
      </ul>
    </StaffPage>,
  );
}

export async function showProgrammes(visit: Visit): Promise<Response> {
  const programmes = await listProgrammes(visit.ctx);
  const may = mayManageGrants(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title="交付金の制度" crumbs={[homeCrumb]}>
      <p className="prose">
        交付金の名前・補助率・要件は、予算のたびに変わります。制度ごとに、続く期間と出典を付けて持ちます。
      </p>
      {may && (
        <p className="actions mt-4">
          <a className="button button-secondary" href={addressOf.programme(newWord)}>
            制度を加える
          </a>
        </p>
      )}
      {may && <TakeKnown action={`${addressOf.programmes}/known`} words="ソフトウェアが持つ交付金の制度を加える" />}
      {programmes.length === 0 && <Empty title="制度がまだありません" />}
      <ul className="list-plain">
        {programmes.map((each) => (
          <Entry key={each.id} {...each} span={spanWords(each)} href={may ? addressOf.programme(each.code) : null}>
            <p className="mt-2">
              所管：{each.ministry || "−"}　補助率：{each.rate || "−"}
            </p>
            {each.rules !== "" && <p className="mt-2 whitespace-pre-line">{each.rules}</p>}
          </Entry>
        ))}
      </ul>
    </StaffPage>,
  );
}

async function frameAt({ ctx, params }: Visit): Promise<NationalFrame | undefined> {
  if (params["code"] === newWord) return undefined;
  const found = (await listFrames(ctx)).find(({ code }) => code === params["code"]);
  if (!found) throw new NotFound();
  return found;
}

export async function showFrame(visit: Visit): Promise<Response> {
  return framePage(visit);
}

async function framePage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const frame = await frameAt(visit);
  const goals = (frame?.goals ?? []).map(({ name }) => name).join("\n");
  const value = (name: "code" | "name" | "source" | "note") =>
    refusal ? text(visit.form, name) : (frame?.[name] ?? "");
  return page(
    <StaffPage
      visit={visit}
      title={frame ? "国の枠組みを直す" : "国の枠組みを加える"}
      crumbs={[homeCrumb, { href: addressOf.frames, label: "国の枠組み" }]}
    >
      <Form action={addressOf.frame(frame?.code ?? newWord)} refusal={refusal}>
        <MasterFields visit={visit} standing={frame} refusal={refusal} />
        <TextArea
          name="goals"
          label="国の基本目標"
          hint="1行に1つ。"
          rows={5}
          value={refusal ? text(visit.form, "goals") : goals}
          refusal={refusal}
        />
        <TextField name="source" label="出典" value={value("source")} required refusal={refusal} />
        <TextArea name="note" label="備考" rows={3} value={value("note")} refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface MasterProps {
  readonly visit: Visit;
  readonly standing: NationalFrame | GrantProgramme | undefined;
  readonly refusal: Refusal | undefined;
}

/** What frames and programmes have in common: name, word, the years for which they hold. */
function MasterFields({ visit: { form }, standing, refusal }: MasterProps): ReactNode {
  const shown = (name: string, value: string | number | null | undefined) =>
    refusal ? text(form, name) : String(value ?? "");
  return (
    <>
      <input type="hidden" name="version" value={standing?.version ?? ""} />
      <TextField name="name" label="名前" value={shown("name", standing?.name)} required refusal={refusal} />
      <TextField
        name="code"
        label="アドレスの言葉"
        hint="半角の英小文字・数字・ハイフン。例：digital-2023"
        value={shown("code", standing?.code)}
        required
        short
        refusal={refusal}
      />
      <div className="field-row">
        <TextField
          name="startYear"
          label="始まりの年度"
          value={shown("startYear", standing?.startYear)}
          required
          short
          refusal={refusal}
        />
        <TextField
          name="endYear"
          label="終わりの年度"
          hint="決まっていないときは空欄。"
          value={shown("endYear", standing?.endYear)}
          short
          refusal={refusal}
        />
      </div>
    </>
  );
}

export async function saveFrame(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const frame = await frameAt(visit);
  const words = {
    code: text(form, "code"),
    name: text(form, "name"),
    startYear: yearIn(form, "startYear"),
    endYear: openYearIn(form, "endYear"),
    goals: goalsInLines(text(form, "goals"), frame?.goals ?? []),
    source: text(form, "source"),
    note: text(form, "note"),
  };
  const standing = frame && { id: frame.id, version: Number(text(form, "version")) };
  const kept = await keepFrame(ctx, words, standing);
  return kept.ok ? onwards(addressOf.frames, "saved") : framePage(visit, kept.refusal);
}

async function programmeAt({ ctx, params }: Visit): Promise<GrantProgramme | undefined> {
  if (params["code"] === newWord) return undefined;
  const found = (await listProgrammes(ctx)).find(({ code }) => code === params["code"]);
  if (!found) throw new NotFound();
  return found;
}

export async function showProgramme(visit: Visit): Promise<Response> {
  return programmePage(visit);
}

async function programmePage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const programme = await programmeAt(visit);
  const value = (name: "ministry" | "rate" | "rules" | "source") =>
    refusal ? text(visit.form, name) : (programme?.[name] ?? "");
  return page(
    <StaffPage
      visit={visit}
      title={programme ? "交付金の制度を直す" : "交付金の制度を加える"}
      crumbs={[homeCrumb, { href: addressOf.programmes, label: "交付金の制度" }]}
    >
      <Form action={addressOf.programme(programme?.code ?? newWord)} refusal={refusal}>
        <MasterFields visit={visit} standing={programme} refusal={refusal} />
        <TextField name="ministry" label="所管" value={value("ministry")} refusal={refusal} />
        <TextField name="rate" label="補助率" hint="例：1/2" value={value("rate")} refusal={refusal} />
        <TextArea name="rules" label="要件" rows={5} value={value("rules")} refusal={refusal} />
        <TextField name="source" label="出典" value={value("source")} required refusal={refusal} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveProgramme(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const programme = await programmeAt(visit);
  const words = {
    code: text(form, "code"),
    name: text(form, "name"),
    ministry: text(form, "ministry"),
    startYear: yearIn(form, "startYear"),
    endYear: openYearIn(form, "endYear"),
    rate: text(form, "rate"),
    rules: text(form, "rules"),
    source: text(form, "source"),
  };
  const standing = programme && { id: programme.id, version: Number(text(form, "version")) };
  const kept = await keepProgramme(ctx, words, standing);
  return kept.ok ? onwards(addressOf.programmes, "saved") : programmePage(visit, kept.refusal);
}
