import type { Ctx } from "#domain/audit/index.ts";
import { keepVersionRemark, manuscriptOf, sectionKey, type VersionRemark } from "#domain/documents/index.ts";
import { planNodes, type Plan } from "#domain/plan/index.ts";
import { expectAccepted } from "../../outcome.ts";

/** What a body or the assembly said: of a section by its title, or of a measure by its keyword and there the text. */
interface SampleRemark extends Pick<VersionRemark, "kind" | "speaker" | "words" | "answer"> {
  readonly about: string;
  readonly text?: "initiatives" | "indicators" | "direction";
}

const council = { kind: "body", speaker: "総合計画審議会" } as const;
const committee = { kind: "body", speaker: "総合計画策定委員会" } as const;
const assembly = { kind: "assembly", speaker: "総務委員会" } as const;

export const outlineRemarks: readonly SampleRemark[] = [
  {
    ...committee,
    about: "策定の趣旨",
    words: "なぜ新しい計画が要るのかを、数で示してほしい。",
    answer: "人口の動きと見通しの図を加えました。",
  },
  {
    ...council,
    about: "計画の構成と期間",
    words: "いつからいつまでの計画かが、一目で分かるようにしてほしい。",
    answer: "構成と期間の表を加えました。",
  },
  {
    ...assembly,
    about: "市民とともに進めるために",
    words: "市民の意見が、どこに生かされたかを示されたい。",
    answer: "意見ごとに、市の考え方と、計画の変わったところを公表することにしました。",
  },
  {
    ...council,
    about: "将来都市像",
    words: "ふだんの暮らしが感じられる言葉を加えてほしい。",
    answer: "「いつもの暮らしを誇れるまち」という言葉を加えました。",
  },
  {
    ...council,
    about: "まちづくりの目標",
    words: "市民と市がともに進めることを、目標の一つに立ててほしい。",
    answer: "「ともに考え、ともにつくる、開かれたまち」を加え、目標を7つに改めました。",
  },
  {
    ...council,
    about: "計画の進め方",
    words: "だれが、どの順で確かめるのかを書いてほしい。",
    answer: "評価の手順と、結果の使い方を、項目に分けて書きました。",
  },
];

export const draftRemarks: readonly SampleRemark[] = [
  {
    ...council,
    about: "公園・緑",
    text: "initiatives",
    words: "公園は、減らすことより使い方を先に示してほしい。",
    answer: "主な取組に、地区ごとの話し合いで使い方を決める手順を加えました。",
  },
  {
    ...council,
    about: "放課後",
    text: "indicators",
    words: "全6小学校区で週3日以上開くのであれば、目標の日数が足りない。",
    answer: "開催日数の令和13年度の目標を、680日から720日に改めました。",
  },
  {
    ...assembly,
    about: "通学路・交通安全",
    words: "通学路の安全を、重点の施策として扱うべきである。",
    answer: "重点の施策とし、施策の名前に「通学路」を入れました。",
  },
  {
    ...committee,
    about: "計画の構成と期間",
    words: "施策を改めたときは、本文に引いた数も合わせること。",
    answer: "重点とする施策の数を合わせました。",
  },
  {
    ...committee,
    about: "計画の進め方",
    words: "目標値を改めたときは、本文に引いた数も合わせること。",
    answer: "例に挙げた指標の目標値を合わせました。",
  },
];

/** Notes what was said of a version, each at the section or the text that is meant. */
export async function seedVersionRemarks(
  ctx: Ctx,
  plan: Plan,
  { versionId, remarks }: { readonly versionId: string; readonly remarks: readonly SampleRemark[] },
): Promise<void> {
  const { lines } = await manuscriptOf(ctx, plan.id);
  const keywords = new Map((await planNodes(ctx, plan.id)).map(({ id, keyword }) => [id, keyword]));
  const saidOn = ctx.clock.today();
  for (const { about, text, kind, ...words } of remarks) {
    const line = lines.find(({ name, nodeId }) => name === about || keywords.get(nodeId ?? "") === about);
    if (!line) throw new Error(`seed: no section is called ${about}`);
    const section = text ? `${sectionKey(line)}/${text}` : sectionKey(line);
    const remark = { versionId, kind, words: { ...words, saidOn, section } };
    expectAccepted(await keepVersionRemark(ctx, remark), words.words);
  }
}
