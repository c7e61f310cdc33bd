import type { ReactNode } from "react";
import {
  consultationBySlug,
  listProposals,
  proposalStateLabels,
  titleAndWords,
  type ProposalLine,
  type ProposalState,
} from "#domain/consultations/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { Badge, Empty, TableFrame, type Tone } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { consultationCrumbs } from "../addresses.ts";
import { proposalAddress } from "./addresses.ts";

const views = [
  { key: "", label: "確認待ち" },
  { key: "reported", label: "知らせのあるもの" },
  { key: "unseen", label: "公開中で、まだ確かめていないもの" },
  { key: "all", label: "すべて" },
] as const;

type View = (typeof views)[number]["key"];

/** What came to an idea call: first what waits for somebody to look. */
export async function showQueue(visit: Visit): Promise<Response> {
  const { slug, id, occasion } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const lines = await listProposals(visit.ctx, id);
  const view = views.find(({ key }) => key === visit.query.get("view"))?.key ?? "";
  const shown = lines.filter((line) => isIn(line, view));
  return page(
    <StaffPage visit={visit} title="提案を確かめる" crumbs={consultationCrumbs({ slug, title: occasion.title })}>
      <nav className="actions mb-4" aria-label="表示するもの">
        {views.map(({ key, label }) => (
          <a
            key={key}
            className="button button-quiet"
            href={`${proposalAddress.queue(slug)}${key === "" ? "" : `?view=${key}`}`}
            aria-current={key === view ? "page" : undefined}
          >
            {label}（{lines.filter((line) => isIn(line, key)).length}）
          </a>
        ))}
      </nav>
      {shown.length === 0 ? (
        <Empty title="いまは、ありません。">
          <p>提案が届くと、ここに並びます。</p>
        </Empty>
      ) : (
        <Rows slug={slug} lines={shown} />
      )}
    </StaffPage>,
  );
}

function isIn({ proposal: { state, letBy }, reports }: ProposalLine, view: View): boolean {
  if (view === "") return state === "waiting" || state === "looked";
  if (view === "reported") return reports.length > 0;
  return view === "all" || (state === "public" && letBy === null);
}

function Rows({ slug, lines }: { readonly slug: string; readonly lines: readonly ProposalLine[] }): ReactNode {
  return (
    <TableFrame label="提案の一覧">
      <table className="table">
        <caption className="visually-hidden">提案の一覧</caption>
        <thead>
          <tr>
            {["番号", "題名・はじめの言葉", "届いた日", "扱い", "注意", "同じ意見"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.voice.id} slug={slug} line={line} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Row({ slug, line }: { readonly slug: string; readonly line: ProposalLine }): ReactNode {
  const { voice, proposal, joins, joined, reports } = line;
  return (
    <tr>
      <td>{voice.number}</td>
      <th scope="row">
        <a href={proposalAddress.one(slug, voice.number)}>{beginningOf(voice.text)}</a>
        {joins !== null && <span className="block font-normal">第{joins}号と同じ意見</span>}
      </th>
      <td>{warekiDate(tokyoDay(voice.receivedAt))}</td>
      <td>
        <Badge tone={toneOf(proposal.state)}>{proposalStateLabels[proposal.state]}</Badge>
      </td>
      <td>
        {voice.alike > 1 && <Badge tone="caution">同じ文面 {voice.alike}件</Badge>}{" "}
        {reports.length > 0 && <Badge tone="bad">知らせ {reports.length}件</Badge>}{" "}
        {!voice.wishesPublication && <Badge>公開を望まない</Badge>}
      </td>
      <td>{joins === null ? `${joined}件` : ""}</td>
    </tr>
  );
}

const beginningLength = 60;

export function beginningOf(text: string | null): string {
  if (text === null) return "（廃棄しました）";
  const { title } = titleAndWords(text);
  return title.length > beginningLength ? `${title.slice(0, beginningLength)}…` : title;
}

export function toneOf(state: ProposalState): Tone {
  if (state === "public" || state === "unlisted") return "good";
  return state === "refused" || state === "hidden" ? "bad" : "caution";
}
