import {
  goalsInLines,
  keepFrame,
  listFrames,
  mayManageStrategy,
  takeKnownFrames,
  type NationalFrame,
} from "#domain/strategy/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { commonWordsIn, editedIn, masterAt, MasterList, masterPage, type MasterRegister } from "./master-parts.tsx";

const register: MasterRegister = {
  title: "国の枠組み",
  purpose: "国の総合戦略の基本目標です。国の戦略が改まったら加えます。市の基本目標との対応が、対応表に出ます。",
  entry: "枠組み",
  home: addressOf.frames,
  hrefOf: addressOf.frame,
};

export async function addKnownFrames({ ctx }: Visit): Promise<Response> {
  await takeKnownFrames(ctx);
  return onwards(addressOf.frames, "saved");
}

export async function showFrames(visit: Visit): Promise<Response> {
  const masters = await listFrames(visit.ctx);
  const mayWrite = mayManageStrategy(visit.ctx.actor);
  return page(
    <MasterList
      visit={visit}
      register={register}
      masters={masters}
      mayWrite={mayWrite}
      contents={({ goals, note }) => (
        <>
          <ol className="mt-2 list-decimal pl-6">
            {goals.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ol>
          {note !== "" && <p className="mt-2">{note}</p>}
        </>
      )}
    />,
  );
}

async function frameAt(visit: Visit): Promise<NationalFrame | undefined> {
  return masterAt(visit, await listFrames(visit.ctx));
}

export async function showFrame(visit: Visit): Promise<Response> {
  return framePage(visit);
}

async function framePage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const frame = await frameAt(visit);
  const goals = (frame?.goals ?? []).map(({ name }) => name).join("\n");
  const value = (name: "source" | "note") => (refusal ? text(visit.form, name) : (frame?.[name] ?? ""));
  return masterPage({
    visit,
    register,
    standing: frame,
    refusal,
    children: (
      <>
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
      </>
    ),
  });
}

export async function saveFrame(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const frame = await frameAt(visit);
  const goals = goalsInLines(text(form, "goals"), frame?.goals ?? []);
  const words = { ...commonWordsIn(form), goals, note: text(form, "note") };
  const kept = await keepFrame(ctx, words, editedIn(form, frame));
  return kept.ok ? onwards(addressOf.frames, "saved") : framePage(visit, kept.refusal);
}
