import type { ReactNode } from "react";
import { keepDistrict, listDistricts, removeDistrict } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, ledgerCrumb } from "./addresses.ts";

/** The districts (地区) by which the city listens. */
export async function showDistricts(visit: Visit): Promise<Response> {
  return districtsPage(visit);
}

async function districtsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const districts = await listDistricts(visit.ctx);
  const last = Math.max(0, ...districts.map(({ position }) => position));
  return page(
    <StaffPage visit={visit} title="地区" crumbs={[ledgerCrumb]}>
      <p className="prose">意見の集計に使う地区です。受付の用紙や申込みのページで選べます。例：中学校区、旧町村</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {districts.length === 0 && <Empty title="地区はまだありません" />}
      <ul className="list-plain grid gap-4">
        {districts.map((district) => (
          <li key={district.id} className="card flex flex-wrap items-end gap-4">
            <DistrictFields id={district.id} name={district.name} position={district.position} />
            <span>意見 {district.voices}件</span>
            {district.voices === 0 && (
              <Form action={`${addressOf.districts}/removal`} className="">
                <input type="hidden" name="id" value={district.id} />
                <button className="button button-quiet button-small">「{district.name}」を消す</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-3 text-xl">地区を加える</h2>
      <DistrictFields name="" position={last + 1} />
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface FieldsProps {
  readonly id?: string;
  readonly name: string;
  readonly position: number;
}

function DistrictFields({ id, name, position }: FieldsProps): ReactNode {
  const suffix = id ?? "new";
  return (
    <Form action={addressOf.districts} className="flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <input type="hidden" name="key" value={suffix} />
      <TextField name={`name-${suffix}`} label={id ? `「${name}」の名前` : "名前"} value={name} short required />
      <TextField name={`position-${suffix}`} label="並び順" value={position} inputMode="numeric" short />
      <button className="button button-secondary">{id ? "直す" : "加える"}</button>
    </Form>
  );
}

export async function saveDistrict(visit: Visit): Promise<Response> {
  const { form } = visit;
  const key = text(form, "key");
  const position = Number(text(form, `position-${key}`));
  const kept = await keepDistrict(visit.ctx, {
    name: text(form, `name-${key}`),
    position: Number.isInteger(position) && position < 10_000 ? position : 0,
    ...(key !== "new" && { id: key }),
  });
  return kept.ok ? onwards(addressOf.districts, "saved") : districtsPage(visit, kept.refusal);
}

export async function dropDistrict(visit: Visit): Promise<Response> {
  const removed = await removeDistrict(visit.ctx, text(visit.form, "id"));
  return removed.ok ? onwards(addressOf.districts, "saved") : districtsPage(visit, removed.refusal);
}
