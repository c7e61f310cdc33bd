import type { ReactNode } from "react";
import { versionOpennessLabels, type VersionOpenness } from "#domain/documents/index.ts";
import {
  freezePolicy,
  frozenPolicy,
  mayFreezePolicy,
  type FormulationPage,
  type PolicyContent,
  type PolicyVersion,
  type VersionWords,
} from "#domain/formulation/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { PolicyView } from "#web/ui/policy-view.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, policyCrumbs } from "./addresses.ts";
import { formulationOf, seenIn } from "./found.ts";

const opennesses: readonly VersionOpenness[] = ["closed", "discussion", "decided"];

/** The frozen versions of a 策定方針, and the form that freezes it. */
export async function showVersions(visit: Visit): Promise<Response> {
  const words = { name: "", openness: "closed", datedOn: visit.ctx.clock.today(), decidedBy: "", reason: "" } as const;
  return versionsPage(visit, await formulationOf(visit), { words });
}

interface Entered {
  readonly words: VersionWords;
  readonly refusal?: Refusal;
}

function versionsPage(
  visit: Visit,
  { plan, formulation, versions }: FormulationPage,
  { words, refusal }: Entered,
): Response {
  return page(
    <StaffPage visit={visit} title="策定方針の版" crumbs={policyCrumbs(plan)}>
      {versions.length === 0 ? (
        <Empty title="版は、まだありません">
          <p>庁議や議会に出すときに、その内容を版として残します。</p>
        </Empty>
      ) : (
        <VersionTable slug={plan.slug} versions={versions} />
      )}
      {versions.length > 1 && (
        <p className="mt-4">
          <a href={addressOf.comparison(plan.slug)}>二つの版をくらべる（新旧対照表）</a>
        </p>
      )}
      {mayFreezePolicy(visit.ctx.actor) && (
        <section className="mt-10 max-w-3xl" aria-labelledby="freeze">
          <h2 id="freeze" className="mb-2 text-[1.25rem]">
            いまの内容で版を作る
          </h2>
          <p className="mb-4">作った版は、あとから変えられません。内容のハッシュ値が一緒に残ります。</p>
          <Form action={addressOf.versions(plan.slug)} refusal={refusal}>
            <input type="hidden" name="version" value={refusal ? text(visit.form, "version") : formulation.version} />
            <TextField
              name="name"
              label="版の名前"
              hint="例：素々案、骨子案、庁議決定、議会説明、公表"
              value={words.name}
              required
              refusal={refusal}
            />
            <Choices
              name="openness"
              label="公開の段階"
              options={opennesses.map((value) => ({ value, label: versionOpennessLabels[value] }))}
              chosen={[words.openness]}
            />
            <TextField
              name="datedOn"
              label="版の日付"
              type="date"
              short
              value={words.datedOn}
              required
              refusal={refusal}
            />
            <TextField
              name="decidedBy"
              label="決めた会議や役職"
              hint="例：庁議。決定でないときは空のままにします。"
              value={words.decidedBy}
              refusal={refusal}
            />
            <TextArea name="reason" label="版を作る理由" rows={2} value={words.reason} required refusal={refusal} />
            <p className="actions">
              <button className="button">版を作る</button>
            </p>
          </Form>
        </section>
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

function VersionTable({
  slug,
  versions,
}: {
  readonly slug: string;
  readonly versions: readonly PolicyVersion[];
}): ReactNode {
  return (
    <TableFrame label="策定方針の版の一覧">
      <table className="table">
        <caption className="visually-hidden">策定方針の版の一覧</caption>
        <thead>
          <tr>
            {["版", "名前", "日付", "決めた会議や役職", "公開の段階", "理由"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ id, number, name, datedOn, decidedBy, openness, reason, purgedAt }) => (
            <tr key={id}>
              <td>第{number}版</td>
              <th scope="row">
                <a href={addressOf.version(slug, number)}>{name}</a>
                {purgedAt && <Badge tone="caution">内容は削除済み</Badge>}
              </th>
              <td>{warekiDate(datedOn)}</td>
              <td>{decidedBy || "−"}</td>
              <td>
                <Badge tone={openness === "decided" ? "good" : "plain"}>{versionOpennessLabels[openness]}</Badge>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export async function makeVersion(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const found = await formulationOf(visit);
  const words: VersionWords = {
    name: text(form, "name"),
    openness: opennesses.find((each) => each === text(form, "openness")) ?? "closed",
    datedOn: text(form, "datedOn"),
    decidedBy: text(form, "decidedBy"),
    reason: text(form, "reason"),
  };
  const done = await freezePolicy(ctx, seenIn(visit, found), words);
  if (!done.ok) return versionsPage(visit, found, { words, refusal: done.refusal });
  return onwards(addressOf.version(found.plan.slug, done.value), "created");
}

/** One frozen version, to read and to save as a file. */
export async function showVersion(visit: Visit): Promise<Response> {
  const { plan } = await formulationOf(visit);
  const { version, content } = await frozenPolicy(visit.ctx, {
    planId: plan.id,
    number: Number(visit.params["number"]),
  });
  const crumbs = [...policyCrumbs(plan), { href: addressOf.versions(plan.slug), label: "版" }];
  return page(
    <StaffPage visit={visit} title={`${version.name}（第${version.number}版）`} crumbs={crumbs}>
      <p className="mb-2">
        {warekiDate(version.datedOn)}　{version.decidedBy && `${version.decidedBy}　`}
        {versionOpennessLabels[version.openness]}　理由：{version.reason}
      </p>
      <p className="mb-4 break-all text-solid-gray-700">ハッシュ値（SHA-256）：{version.hash}</p>
      {content ? <Content slug={plan.slug} number={version.number} content={content} /> : <Purged version={version} />}
    </StaffPage>,
  );
}

function Purged({ version: { purgedAt, purgeReason } }: { readonly version: PolicyVersion }): ReactNode {
  return (
    <Notice title="この版の内容は、完全に削除されました。" tone="caution">
      <p>
        {purgedAt && warekiDate(tokyoDay(purgedAt))}　{purgeReason}
      </p>
    </Notice>
  );
}

interface ContentProps {
  readonly slug: string;
  readonly number: number;
  readonly content: PolicyContent;
}

function Content({ slug, number, content }: ContentProps): ReactNode {
  return (
    <>
      <p className="actions">
        <a className="button" href={addressOf.file(slug, `${number}.docx`)}>
          Wordで保存
        </a>
        <a className="button button-secondary" href={addressOf.file(slug, `${number}.pdf`)}>
          PDFで保存
        </a>
      </p>
      <div className="card mt-6 max-w-4xl">
        <h2 className="mb-6 text-[1.5rem]">{content.title}</h2>
        <PolicyView content={content} level={3} />
      </div>
    </>
  );
}
