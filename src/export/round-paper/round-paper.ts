import {
  daysBetween,
  documentRoleLabels,
  questionKeys,
  questionLabels,
  type ConsultationSnapshot,
  type PublicCommentDetail,
} from "#domain/consultations/index.ts";
import { dateWithBoth, warekiDate } from "#kernel/wareki.ts";
import type { Block, Paper, Run } from "../paper/paper.ts";

/** A consultation that is a public comment round. */
export type RoundSnapshot = ConsultationSnapshot & { readonly detail: PublicCommentDetail };

/** What a public comment round's papers are made from. */
export interface RoundPaperContent {
  readonly city: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly marks: readonly string[];
  /** Where citizens read it: on paper nobody can follow a link that is not written out. */
  readonly address: string;
  readonly snapshot: RoundSnapshot;
}

/** 実施要領: everything that is said of the round, as offices hand it out. */
export function guidePaper(content: RoundPaperContent): Paper {
  const title = `${content.snapshot.title}　実施要領`;
  return paperOf(content, title, [factsOf(content)]);
}

/** 公示文: that opinions are asked for, from when until when, and where the draft can be read. */
export function noticePaper(content: RoundPaperContent): Paper {
  const { snapshot, address } = content;
  const { title, opensOn, closesOn, detail } = snapshot;
  const until = closesOn === null ? "" : `${warekiDate(closesOn)}まで`;
  const sentence = `${detail.purpose.trim()}次のとおり、意見を募集します。`;
  const rows = [
    { name: "案の名前", words: draftsOf(snapshot) },
    { name: "募集する期間", words: `${warekiDate(opensOn)}から${until}` },
    { name: "案を見られる場所", words: detail.viewingPlaces },
    { name: "提出できる人", words: detail.eligibility },
    { name: "提出方法と提出先", words: [detail.methods, detail.destination].filter(Boolean).join("\n") },
    { name: "ホームページ", words: address },
    { name: "問い合わせ", words: contactOf(snapshot) },
  ];
  return paperOf(content, `${title}（公示）`, [paragraph(sentence), { kind: "facts", items: itemsOf(rows) }]);
}

function factsOf({ snapshot, address }: RoundPaperContent): Block {
  const { opensOn, closesOn, detail, plan } = snapshot;
  const days = closesOn === null ? "" : `から${dateWithBoth(closesOn)}まで（${daysBetween(opensOn, closesOn)}日間）`;
  const rows = [
    { name: "題名", words: snapshot.title },
    { name: "計画", words: plan.name },
    { name: "趣旨", words: detail.purpose },
    { name: "案と関連資料", words: documentsOf(snapshot) },
    { name: "募集期間", words: `${dateWithBoth(opensOn)}${days}` },
    { name: "期間が30日を下回る理由", words: detail.shortPeriodReason },
    { name: "案を見られる場所", words: detail.viewingPlaces },
    { name: "提出できる人", words: detail.eligibility },
    { name: "提出方法", words: detail.methods },
    { name: "提出先", words: detail.destination },
    { name: "必要事項", words: questionsOf(snapshot) },
    { name: "留意事項", words: detail.notes },
    { name: "公表の方法", words: detail.publicationWay },
    { name: "ホームページ", words: address },
    { name: "問い合わせ", words: contactOf(snapshot) },
  ];
  return { kind: "facts", items: itemsOf(rows) };
}

function itemsOf(rows: readonly { readonly name: string; readonly words: string }[]) {
  return rows.filter(({ words }) => words.trim() !== "").map(({ name, words }) => ({ name, runs: [run(words)] }));
}

function documentsOf({ detail }: RoundSnapshot): string {
  return detail.documents.map(({ role, title }) => `${documentRoleLabels[role]}：${title}`).join("\n");
}

function draftsOf({ detail }: RoundSnapshot): string {
  return detail.documents
    .filter(({ role }) => role === "draft")
    .map(({ title }) => title)
    .join("、");
}

function questionsOf({ detail: { questions } }: RoundSnapshot): string {
  const required = questionKeys.filter((key) => questions[key] === "required").map((key) => questionLabels[key]);
  return required.length > 0 ? required.join("、") : "なし";
}

function contactOf({ contact: { division, phone, email, words } }: RoundSnapshot): string {
  return [division, phone && `電話 ${phone}`, email && `電子メール ${email}`, words].filter(Boolean).join("\n");
}

function paragraph(text: string): Block {
  return { kind: "text", tone: "body", runs: [run(text)] };
}

function run(text: string): Run {
  return { text };
}

function paperOf({ city, day, marks }: RoundPaperContent, title: string, blocks: readonly Block[]): Paper {
  return {
    title,
    city,
    version: warekiDate(day),
    madeOn: day,
    marks,
    cover: null,
    contentsDepth: 1,
    parts: [{ title, blocks }],
  };
}
