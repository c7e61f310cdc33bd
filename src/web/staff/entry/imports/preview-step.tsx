import type { ReactNode } from "react";
import {
  leaveFaultsOut,
  requestVoiceImport,
  shortText,
  voiceImportFault,
  voiceImportPreview,
  voiceRemarkLabels,
  wayLabels,
  type VoiceImport,
  type VoiceImportPreview,
} from "#domain/voices/index.ts";
import { csvText } from "#export/csv.ts";
import type { Refusal } from "#kernel/result.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Notice, TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "../addresses.ts";
import { caseOf, elsewhere, VoiceImportFrame } from "./import-frame.tsx";

export async function showPreview(visit: Visit): Promise<Response> {
  return previewPage(visit);
}

interface PartProps {
  readonly preview: VoiceImportPreview;
  readonly voiceImport: VoiceImport;
}

async function previewPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const theCase = await caseOf(visit);
  const { voiceImport } = theCase;
  const away = elsewhere(voiceImport, "preview");
  if (away) return away;
  const preview = await voiceImportPreview(visit.ctx, theCase);
  const said = refusal ?? voiceImport.refusal ?? undefined;
  const element = (
    <VoiceImportFrame visit={visit} theCase={theCase} step="preview" title="取り込む内容を確かめる">
      {said && <RefusalNotice refusal={said} />}
      <Outline preview={preview} voiceImport={voiceImport} />
      <FaultChoice preview={preview} voiceImport={voiceImport} />
      <Apply preview={preview} voiceImport={voiceImport} />
      <Remarks preview={preview} voiceImport={voiceImport} />
      <FirstVoices preview={preview} />
    </VoiceImportFrame>
  );
  return page(element, refusal ? 422 : 200);
}

function countOf({ remarks }: VoiceImportPreview, kind: keyof typeof voiceRemarkLabels): number {
  return remarks.filter((remark) => remark.kind === kind).length;
}

function Outline({ preview, voiceImport }: PartProps): ReactNode {
  const { voices, rows } = preview;
  const days = voices.map(({ receivedOn }) => receivedOn).toSorted();
  const districts = new Set(voices.flatMap(({ newDistrict }) => newDistrict ?? []));
  const short = voiceImport.settings.makesPoints
    ? voices.filter(({ entry }) => entry.text.length <= shortText).length
    : 0;
  const [first, last] = [days[0], days.at(-1)];
  const facts = [
    ["表の行", `${rows}行`],
    ["取り込む意見", `${voices.length}件`],
    ["取り込まない回答", `${countOf(preview, "leftOut")}か所（空欄、「特になし」など）`],
    ["このままでは取り込めない行", `${countOf(preview, "fault")}か所`],
    ["同じ文", `${countOf(preview, "repeated")}件（そのまま取り込みます）`],
    ["受付日", first && last ? `${warekiDate(first)}〜${warekiDate(last)}` : "−"],
    ["全体を一つの論点にするもの", `${short}件`],
    ["新しく登録する地区", [...districts].join("、") || "なし"],
  ] as const;
  return (
    <dl className="card grid max-w-3xl gap-2">
      {facts.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 sm:grid-cols-[14em_1fr]">
          <dt className="text-solid-gray-700">{name}</dt>
          <dd className="m-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Rows that cannot be taken hold the import up, until a person says that they stay out. */
function FaultChoice({ preview, voiceImport }: PartProps): ReactNode {
  if (countOf(preview, "fault") === 0) return null;
  return (
    <Form action={addressOf.import(voiceImport.id, "faults")} className="mt-6 max-w-3xl">
      <Choices
        name="faults"
        label="このままでは取り込めない行をどうしますか"
        options={[
          { value: "stop", label: "取り込まずに、表を直して読み込み直す" },
          { value: "leave", label: "取り込めない行を除いて取り込む" },
        ]}
        chosen={[voiceImport.settings.leavesFaults ? "leave" : "stop"]}
      />
      <button className="button button-secondary">この答えにする</button>
    </Form>
  );
}

function Apply({ preview, voiceImport }: PartProps): ReactNode {
  const fault = voiceImportFault(preview, voiceImport.settings);
  if (fault)
    return (
      <div className="mt-8">
        <Notice tone="caution" title={fault.message}>
          <p>{fault.remedy}</p>
        </Notice>
      </div>
    );
  return (
    <Form action={addressOf.import(voiceImport.id, "application")} className="actions mt-8">
      <input type="hidden" name="fingerprint" value={preview.fingerprint} />
      <button className="button">{preview.voices.length}件の意見を台帳に取り込む</button>
    </Form>
  );
}

const shownRemarks = 100;
const gravity = ["fault", "leftOut", "repeated"] as const;

/** What holds the import up comes first: among a thousand repetitions nobody would find it. */
function gravestFirst({ remarks }: VoiceImportPreview): VoiceImportPreview["remarks"] {
  return remarks.toSorted((one, other) => gravity.indexOf(one.kind) - gravity.indexOf(other.kind));
}

function Remarks({ preview, voiceImport }: PartProps): ReactNode {
  const remarks = gravestFirst(preview);
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarks" className="mt-10">
      <h2 id="remarks" className="mb-3 text-[1.25rem]">
        気をつける行（{remarks.length}か所）
      </h2>
      <p className="mb-3">
        <a href={addressOf.import(voiceImport.id, "remarks.csv")}>一覧をCSVで保存する</a>
      </p>
      <TableFrame label="気をつける行">
        <table className="table">
          <caption className="visually-hidden">気をつける行</caption>
          <thead>
            <tr>
              {remarkHeads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {remarks.slice(0, shownRemarks).map(({ kind, row, column, value, message, remedy }, index) => (
              <tr key={index}>
                <td className="number">{row}</td>
                <td>{column}</td>
                <td>{value}</td>
                <td>{message}</td>
                <td>{voiceRemarkLabels[kind]}</td>
                <td>{remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {remarks.length > shownRemarks && <p className="mt-2">初めの{shownRemarks}か所です。</p>}
    </section>
  );
}

const remarkHeads = ["行", "列", "値", "何に気をつけるか", "扱い", "どうするか"] as const;
const shownVoices = 20;

/** The first voices as they will stand in the ledger. */
function FirstVoices({ preview: { voices } }: { readonly preview: VoiceImportPreview }): ReactNode {
  return (
    <section aria-labelledby="voices" className="mt-10">
      <h2 id="voices" className="mb-3 text-[1.25rem]">
        取り込む意見（初めの{Math.min(shownVoices, voices.length)}件）
      </h2>
      <TableFrame label="取り込む意見">
        <table className="table">
          <caption className="visually-hidden">取り込む意見</caption>
          <thead>
            <tr>
              {["行", "意見", "該当箇所", "受付", "年代"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {voices.slice(0, shownVoices).map(({ row, column, entry, receivedOn, way }) => (
              <tr key={`${row}${column}`}>
                <td className="number">{row}</td>
                <td className="whitespace-pre-wrap">{entry.text}</td>
                <td>{entry.place}</td>
                <td>
                  {warekiDate(receivedOn)} {wayLabels[way]}
                </td>
                <td>{entry.ageBand}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

export async function saveFaultChoice(visit: Visit): Promise<Response> {
  const { voiceImport } = await caseOf(visit);
  const { id } = voiceImport;
  const decided = await leaveFaultsOut(visit.ctx, { id, leaves: text(visit.form, "faults") === "leave" });
  return decided.ok ? onwards(addressOf.import(id, "preview")) : previewPage(visit, decided.refusal);
}

export async function applyImport(visit: Visit): Promise<Response> {
  const { voiceImport } = await caseOf(visit);
  const { id } = voiceImport;
  const asked = await requestVoiceImport(visit.ctx, { id, fingerprint: text(visit.form, "fingerprint") });
  return asked.ok ? onwards(addressOf.import(id, "progress")) : previewPage(visit, asked.refusal);
}

/** Everything that the clerk is told of, as a table that the office can work through. */
export async function saveRemarks(visit: Visit): Promise<Response> {
  const remarks = gravestFirst(await voiceImportPreview(visit.ctx, await caseOf(visit)));
  const rows = remarks.map(({ kind, row, column, value, message, remedy }) => [
    row,
    column,
    value,
    message,
    voiceRemarkLabels[kind],
    remedy,
  ]);
  return download(csvText([remarkHeads, ...rows]), "意見の取込みで気をつける行.csv", "text/csv; charset=utf-8");
}
