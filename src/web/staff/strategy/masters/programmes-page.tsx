import {
  keepProgramme,
  listProgrammes,
  mayManageGrants,
  takeKnownProgrammes,
  type GrantProgramme,
} from "#domain/strategy/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { TextArea, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { commonWordsIn, editedIn, masterAt, MasterList, masterPage, type MasterRegister } from "./master-parts.tsx";

const register: MasterRegister = {
  title: "交付金の制度",
  purpose: "交付金の名前・補助率・要件は、予算のたびに変わります。制度ごとに、続く期間と出典を付けて持ちます。",
  entry: "制度",
  home: addressOf.programmes,
  hrefOf: addressOf.programme,
};

export async function addKnownProgrammes({ ctx }: Visit): Promise<Response> {
  await takeKnownProgrammes(ctx);
  return onwards(addressOf.programmes, "saved");
}

export async function showProgrammes(visit: Visit): Promise<Response> {
  const masters = await listProgrammes(visit.ctx);
  const mayWrite = mayManageGrants(visit.ctx.actor);
  return page(
    <MasterList
      visit={visit}
      register={register}
      masters={masters}
      mayWrite={mayWrite}
      contents={({ ministry, rate, rules }) => (
        <>
          <p className="mt-2">
            所管：{ministry || "−"}　補助率：{rate || "−"}
          </p>
          {rules !== "" && <p className="mt-2 whitespace-pre-line">{rules}</p>}
        </>
      )}
    />,
  );
}

async function programmeAt(visit: Visit): Promise<GrantProgramme | undefined> {
  return masterAt(visit, await listProgrammes(visit.ctx));
}

export async function showProgramme(visit: Visit): Promise<Response> {
  return programmePage(visit);
}

async function programmePage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const programme = await programmeAt(visit);
  const value = (name: "ministry" | "rate" | "rules" | "source") =>
    refusal ? text(visit.form, name) : (programme?.[name] ?? "");
  return masterPage({
    visit,
    register,
    standing: programme,
    refusal,
    children: (
      <>
        <TextField name="ministry" label="所管" value={value("ministry")} refusal={refusal} />
        <TextField name="rate" label="補助率" hint="例：1/2" value={value("rate")} refusal={refusal} />
        <TextArea name="rules" label="要件" rows={5} value={value("rules")} refusal={refusal} />
        <TextField name="source" label="出典" value={value("source")} required refusal={refusal} />
      </>
    ),
  });
}

export async function saveProgramme(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const programme = await programmeAt(visit);
  const own = { ministry: text(form, "ministry"), rate: text(form, "rate"), rules: text(form, "rules") };
  const kept = await keepProgramme(ctx, { ...commonWordsIn(form), ...own }, editedIn(form, programme));
  return kept.ok ? onwards(addressOf.programmes, "saved") : programmePage(visit, kept.refusal);
}
