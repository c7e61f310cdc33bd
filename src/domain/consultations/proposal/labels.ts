import type { Refusal } from "#kernel/result.ts";
import type { Moderation } from "./call.ts";
import type { ProposalState, ReportGround, RoleField } from "./proposal.ts";
import type { ProposalActKind } from "./store/acts.ts";

export const moderationLabels: Readonly<Record<Moderation, string>> = {
  before: "確かめてから公開する",
  after: "公開してから確かめる",
};

export const proposalStateLabels: Readonly<Record<ProposalState, string>> = {
  waiting: "確認待ち",
  looked: "二人目の確認待ち",
  public: "公開中",
  unlisted: "受入れ（公開を望まない）",
  refused: "公開しない",
  hidden: "公開をやめた",
};

export const roleFieldLabels: Readonly<Record<RoleField, string>> = {
  citizenRole: "市民の役割",
  businessRole: "事業者・団体の役割",
  cityRole: "市の役割",
};

export const reportGroundLabels: Readonly<Record<ReportGround, string>> = {
  personal: "個人の情報がのっている",
  abuse: "人を傷つける言葉や、差別的な内容がある",
  advertising: "宣伝やいたずらである",
  other: "そのほか",
};

export const proposalActLabels: Readonly<Record<ProposalActKind, string>> = {
  looked: "一人目の確認",
  accepted: "受入れ",
  refused: "公開しない扱い",
  hidden: "公開の取りやめ",
  shown: "公開の再開",
  kept: "知らせを確かめて、そのまま公開",
  takenOver: "施策の役割への取入れ",
};

export const proposalRefusals = {
  notPublic: {
    code: "notPublic",
    message: "この提案の募集は、いま公開されていません。",
    remedy: "「声をとどける」のページから、募集しているものを選んでください。",
  },
  notJoinable: {
    code: "notJoinable",
    message: "この提案は、いま公開されていません。",
    remedy: "募集のページに戻って、公開されている提案から選んでください。",
  },
  ruleMissing: {
    code: "ruleMissing",
    message: "公開しない理由が選ばれていません。",
    remedy: "この募集で示した基準から選んでください。理由は公表され、提案した人も読みます。",
    fields: { rule: "基準を選んでください。" },
  },
  samePerson: {
    code: "samePerson",
    message: "一人目の確認をした人は、二人目の確認ができません。",
    remedy: "ほかの職員に、確認を頼んでください。",
  },
  copyChanged: {
    code: "copyChanged",
    message: "一人目が確かめた文と違います。",
    remedy: "一人目の文のまま受け入れるか、いちど「一人目からやり直す」を選んでください。",
  },
  otherState: {
    code: "otherState",
    message: "この提案は、いまはそうできません。ほかの人が先に扱いを変えました。",
    remedy: "ページを開き直して、いまの扱いを確かめてください。",
  },
  disposed: {
    code: "disposed",
    message: "この提案の文は、保存年限が過ぎて廃棄されています。",
    remedy: "公開の扱いは変えられません。",
  },
  notARole: {
    code: "notARole",
    message: "この提案は、施策の役割についての提案ではありません。",
    remedy: "施策のページで文章を直し、市の考え方の画面で変更を結び付けてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
