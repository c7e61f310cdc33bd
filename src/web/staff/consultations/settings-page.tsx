import { intakeLimits, keepIntakeLimits, type IntakeLimits } from "#domain/consultations/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";

const fields: readonly { readonly name: keyof IntakeLimits; readonly label: string; readonly hint: string }[] = [
  {
    name: "burst",
    label: "同じところから続けて送れる数",
    hint: "市役所や学校からの送信は、全員が同じところからに見えます。少なくしすぎないでください。",
  },
  {
    name: "perMinute",
    label: "そのあと1分間に送れる数",
    hint: "超えた人には、少し待つように案内します。入力は消えません。",
  },
  { name: "lookups", label: "受付番号を1分間に調べられる数", hint: "番号を言い当てようとする人を防ぎます。" },
  {
    name: "leastSeconds",
    label: "書き始めてから送るまでの最短の秒数",
    hint: "これより早いと、自動の送信かもしれないので、もう一度確かめてもらいます。意見は失われません。",
  },
  { name: "files", label: "添付できるファイルの数", hint: "" },
  { name: "fileMegabytes", label: "1つのファイルの大きさ（MBまで）", hint: "" },
];

/** The limits of what citizens may send (受付の上限). */
export async function showLimits(visit: Visit): Promise<Response> {
  return limitsPage(visit);
}

async function limitsPage(visit: Visit, refusal?: Refusal): Promise<Response> {
  const limits = await intakeLimits(visit.ctx);
  return page(
    <StaffPage visit={visit} title="受付の上限" crumbs={[homeCrumb]}>
      <p className="prose mb-6">
        画像の文字を読ませるような確認は、読み上げを使う人を締め出すので、使いません。そのかわりに、次の上限で守ります。
      </p>
      <Form action={addressOf.settings} refusal={refusal}>
        <input type="hidden" name="version" value={limits.version} />
        {fields.map(({ name, label, hint }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={hint}
            inputMode="numeric"
            short
            required
            value={refusal ? text(visit.form, name) : limits[name]}
            refusal={refusal}
          />
        ))}
        <p className="actions">
          <button className="button">上限を保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveLimits(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const number = (name: keyof IntakeLimits | "version") => Number(text(form, name) || Number.NaN);
  const saved = await keepIntakeLimits(ctx, {
    burst: number("burst"),
    perMinute: number("perMinute"),
    lookups: number("lookups"),
    leastSeconds: number("leastSeconds"),
    files: number("files"),
    fileMegabytes: number("fileMegabytes"),
    version: number("version"),
  });
  return saved.ok ? onwards(addressOf.settings, "saved") : limitsPage(visit, saved.refusal);
}
