import type { ReactNode } from "react";
import {
  consultationBySlug,
  mayModerateProposals,
  proposalActLabels,
  proposalPage,
  proposalStateLabels,
  reportGroundLabels,
  roleFieldLabels,
  type ProposalPage,
} from "#domain/consultations/index.ts";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { RefusalNotice } from "#web/ui/forms.tsx";
import { Badge, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { consultationCrumbs } from "../addresses.ts";
import { proposalAddress } from "./addresses.ts";
import { ModerationForms } from "./moderation-forms.tsx";
import { beginningOf, toneOf } from "./queue-page.tsx";

/** A proposal with its call, as a staff page needs it. */
export interface Scene {
  readonly visit: Visit;
  readonly slug: string;
  readonly callTitle: string;
  readonly found: ProposalPage;
}

export async function sceneOf(visit: Visit): Promise<Scene> {
  const { id, slug, occasion } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const number = Number(visit.params["number"]);
  const found = await proposalPage(visit.ctx, { callId: id, number });
  return { visit, slug, callTitle: occasion.title, found };
}

export function crumbsOf({ slug, callTitle }: Scene) {
  const calls = consultationCrumbs({ slug, title: callTitle });
  return [...calls, { href: proposalAddress.queue(slug), label: "提案を確かめる" }];
}

/** One proposal: its words as sent, what to mind, what can be done now, what was done. */
export async function showProposal(visit: Visit): Promise<Response> {
  return proposalAnswer(await sceneOf(visit));
}

export async function proposalAnswer(scene: Scene, refusal?: Refusal): Promise<Response> {
  const { visit, slug, found } = scene;
  const { voice, proposal, joins } = found;
  const people = found.acts.flatMap(({ by }) => by ?? []);
  const names = await peopleNames(visit.ctx, people);
  const element = (
    <StaffPage visit={visit} title={`提案 第${voice.number}号`} crumbs={crumbsOf(scene)}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p className="mb-4 flex flex-wrap gap-3">
        <Badge tone={toneOf(proposal.state)}>{proposalStateLabels[proposal.state]}</Badge>
        {proposal.roleField && <Badge>{roleFieldLabels[proposal.roleField]}</Badge>}
        {!voice.wishesPublication && <Badge>公開を望まない</Badge>}
        {joins !== null && <a href={proposalAddress.one(slug, joins)}>第{joins}号と同じ意見</a>}
      </p>
      {proposal.reason !== "" && <p className="mb-4">公開しない理由：{proposal.reason}</p>}
      <Cautions scene={scene} />
      <h2 className="text-[1.25rem]">送られた文</h2>
      <p className="card mt-2 max-w-3xl whitespace-pre-wrap">{voice.text ?? "（廃棄しました）"}</p>
      {mayModerateProposals(visit.ctx.actor, found) && <ModerationForms scene={scene} refusal={refusal} />}
      <History found={found} names={names} />
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function Cautions({ scene: { slug, found } }: { readonly scene: Scene }): ReactNode {
  const { reports, similar, voice } = found;
  return (
    <>
      {reports.map((report) => (
        <div key={report.id} className="mb-4">
          <Notice title={`市民からの知らせ：${reportGroundLabels[report.ground]}`} tone="bad">
            <p>{momentWords(report.sentAt)}</p>
            {report.words !== "" && <p className="whitespace-pre-line">{report.words}</p>}
          </Notice>
        </div>
      ))}
      {similar.length > 0 && (
        <div className="mb-4">
          <Notice title={`ほぼ同じ文面が、ほかに${similar.length}件あります。`} tone="caution">
            <p>一件ずつ受け付けて数えています（まったく同じ文面は、これを含めて{voice.alike}件）。</p>
            <ul className="mt-2 list-disc pl-6">
              {similar.slice(0, 10).map((each) => (
                <li key={each.id}>
                  <a href={proposalAddress.one(slug, each.number)}>第{each.number}号</a>（似ている度合い
                  {Math.round(each.similarity * 100)}％）{beginningOf(each.beginning)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </>
  );
}

function History({
  found: { acts },
  names,
}: {
  readonly found: ProposalPage;
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  if (acts.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="acts-title">
      <h2 id="acts-title" className="mb-2 text-[1.25rem]">
        確かめた記録
      </h2>
      <TableFrame label="確かめた記録の表">
        <table className="table">
          <caption className="visually-hidden">確かめた記録</caption>
          <thead>
            <tr>
              {["日時", "したこと", "理由", "した人"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map(({ id, act, reason, by, at }) => (
              <tr key={id}>
                <td>{momentWords(at)}</td>
                <td>{proposalActLabels[act]}</td>
                <td>{reason}</td>
                <td>{names.get(by ?? "") ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
