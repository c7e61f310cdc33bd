import type { ReactNode } from "react";
import {
  chooseVoiceTable,
  confirmVoiceColumns,
  voiceColumnLabels,
  voiceColumnRoles,
  voiceHeadsOf,
  wayLabels,
  ways,
  type VoiceColumnRole,
  type VoiceImportCase,
} from "#domain/voices/index.ts";
import { isDay } from "#kernel/day.ts";
import { parseJapaneseDay } from "#kernel/japanese-day.ts";
import { halfWidth } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { cellText, columnLetters } from "#kernel/sheet.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, SelectField, TextField } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { caseOf, elsewhere, VoiceImportFrame } from "./import-frame.tsx";

/** What each column holds, and what holds for rows that do not say. */
export async function showColumns(visit: Visit): Promise<Response> {
  return columnsPage(visit, await caseOf(visit));
}

async function columnsPage(visit: Visit, theCase: VoiceImportCase, refusal?: Refusal): Promise<Response> {
  const { voiceImport, tabs } = theCase;
  const away = elsewhere(voiceImport, "columns");
  if (away) return away;
  const { id, settings } = voiceImport;
  const element = (
    <VoiceImportFrame visit={visit} theCase={theCase} step="columns" title="列の役目を確かめる">
      <Form action={addressOf.import(id, "table")} className="flex flex-wrap items-end gap-4">
        <SelectField
          name="sheet"
          label="シート"
          options={tabs.map(({ position, name, rows }) => ({ value: String(position), label: `${name}（${rows}行）` }))}
          value={String(settings.sheet)}
        />
        <TextField name="headRow" label="見出しの行" value={settings.headRow + 1} inputMode="numeric" short />
        <button className="button button-secondary">この表で読み直す</button>
      </Form>
      <Form action={addressOf.import(id, "columns")} refusal={refusal} className="form mt-8">
        <h2 className="text-[1.25rem]">それぞれの列は何ですか</h2>
        <p>見出しから推測しました。違うところだけ直してください。</p>
        <Columns theCase={theCase} />
        <RestFields theCase={theCase} refusal={refusal} />
        <p className="actions">
          <button className="button">次へ</button>
        </p>
      </Form>
    </VoiceImportFrame>
  );
  return page(element, refusal ? 422 : 200);
}

const samples = 3;
const shownLetters = 40;

function Columns({ theCase: { voiceImport, sheet } }: { readonly theCase: VoiceImportCase }): ReactNode {
  const { settings } = voiceImport;
  const heads = voiceHeadsOf(sheet, settings.headRow);
  const rows = sheet.rows.slice(settings.headRow + 1, settings.headRow + 50);
  return (
    <TableFrame label="列の役目">
      <table className="table">
        <caption className="visually-hidden">列の役目</caption>
        <thead>
          <tr>
            {["列", "見出し", "値の例", "何の列か"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.roles.map((role, index) => (
            <tr key={columnLetters(index)}>
              <td>{columnLetters(index)}</td>
              <th scope="row" className="min-w-32 font-normal">
                {heads[index] || "（見出しなし）"}
              </th>
              <td className="text-solid-gray-700">
                {rows
                  .map((row) => cellText(row[index]).slice(0, shownLetters))
                  .filter((each) => each !== "")
                  .slice(0, samples)
                  .join("／")}
              </td>
              <td>
                <select
                  name={`role-${index}`}
                  className="input !min-h-9 !w-52 !py-1"
                  defaultValue={role}
                  aria-label={`${columnLetters(index)}列「${heads[index] ?? ""}」は何の列か`}
                >
                  {voiceColumnRoles.map((each) => (
                    <option key={each} value={each}>
                      {voiceColumnLabels[each]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

interface RestFieldsProps {
  readonly theCase: VoiceImportCase;
  readonly refusal: Refusal | undefined;
}

function RestFields({ theCase: { voiceImport }, refusal }: RestFieldsProps): ReactNode {
  const { texts: mode, receivedOn, way, wishesPublication, makesPoints } = voiceImport.settings;
  return (
    <div className="max-w-2xl">
      <Choices
        name="texts"
        label="意見（本文）の列がいくつもあるとき"
        options={[
          {
            value: "each",
            label: "列ごとに一つの意見にする",
            hint: "見出しが該当箇所になります。アンケートの自由記述に向きます。",
          },
          { value: "joined", label: "1行を一つの意見にまとめる", hint: "見出しを付けてつなぎます。" },
        ]}
        chosen={[mode]}
      />
      <TextField
        name="receivedOn"
        label="日付のない行の受付日"
        hint="例：R8.12.3"
        value={isDay(receivedOn) ? warekiDate(receivedOn) : receivedOn}
        required
        refusal={refusal}
      />
      <SelectField
        name="way"
        label="方法のない行の受付の方法"
        options={ways.map((each) => ({ value: each, label: wayLabels[each] }))}
        value={way}
      />
      <Choices
        name="options"
        label="そのほか"
        kind="checkbox"
        options={[
          { value: "publication", label: "公開の希望のない行は、公開してよい" },
          {
            value: "points",
            label: "200字までの意見は、全体を一つの論点にする",
            hint: "短い回答を、一つずつ分ける手間がなくなります。",
          },
        ]}
        chosen={[wishesPublication ? "publication" : "", makesPoints ? "points" : ""]}
      />
    </div>
  );
}

export async function chooseTable(visit: Visit): Promise<Response> {
  const { voiceImport } = await caseOf(visit);
  const typed = halfWidth(text(visit.form, "headRow"));
  const headRow = /^\d{1,5}$/.test(typed) && Number(typed) > 0 ? Number(typed) - 1 : undefined;
  await chooseVoiceTable(visit.ctx, { id: voiceImport.id, sheet: Number(text(visit.form, "sheet")), headRow }); // refused only when it is over: its page shows that
  return onwards(addressOf.import(voiceImport.id, "columns"));
}

export async function saveColumns(visit: Visit): Promise<Response> {
  const theCase = await caseOf(visit);
  const { form } = visit;
  const { id, settings } = theCase.voiceImport;
  const options = texts(form, "options");
  const typed = text(form, "receivedOn");
  const chosen = {
    roles: settings.roles.map(
      (_, index): VoiceColumnRole => voiceColumnRoles.find((role) => role === text(form, `role-${index}`)) ?? "ignore",
    ),
    texts: text(form, "texts") === "each" ? ("each" as const) : ("joined" as const),
    receivedOn: parseJapaneseDay(typed) ?? typed,
    way: ways.find((way) => way === text(form, "way")) ?? "file",
    wishesPublication: options.includes("publication"),
    makesPoints: options.includes("points"),
  };
  const saved = await confirmVoiceColumns(visit.ctx, { id, ...chosen });
  if (saved.ok) return onwards(addressOf.import(id));
  const sent = { ...theCase.voiceImport, settings: { ...settings, ...chosen } };
  return columnsPage(visit, { ...theCase, voiceImport: sent }, saved.refusal);
}
