import type { ConfirmationWords, GateOutcome, StageWords, ViewWords } from "#domain/formulation/index.ts";
import type { Step } from "../calendar.ts";

/** A condition of a gate, with when and how it was met. */
interface SampleCondition {
  readonly words: string;
  readonly metOn: Step;
  readonly metAs: string;
}

/** What happened at a gate: on which version, what was heard and confirmed before, and what the city decided. */
export interface SamplePassing {
  readonly version: "骨子案" | "素案" | "策定版（見本）";
  readonly on: Step;
  readonly outcome: GateOutcome;
  readonly body: string;
  readonly documentNumber?: string;
  readonly reason?: string;
  readonly views: readonly (Pick<ViewWords, "hearer" | "body" | "words"> & { readonly on: Step })[];
  readonly confirmations?: readonly (Pick<ConfirmationWords, "body"> & { readonly on: Step })[];
  readonly conditions?: readonly SampleCondition[];
}

export interface SampleStage {
  readonly name: string;
  readonly from: Step;
  readonly until: Step;
  readonly passings: readonly SamplePassing[];
}

const council = { hearer: "council", body: "総合計画審議会" } as const;
const assembly = { hearer: "assembly", body: "全員協議会" } as const;

export const sampleStages: readonly SampleStage[] = [
  {
    name: "基本構想素案",
    from: "outline",
    until: "aimsPassed",
    passings: [
      {
        version: "骨子案",
        on: "outlineSentBack",
        outcome: "sentBack",
        body: "庁議",
        reason: "審議会の意見を受け、市民と市がともに進めることを目標に加えて、将来都市像の言葉と合わせて改めるため。",
        views: [
          { ...council, on: "outlineSentBack", words: "市民と市がともに進めることを、目標の一つに立ててほしい。" },
        ],
      },
      {
        version: "素案",
        on: "aimsPassed",
        outcome: "conditional",
        body: "庁議",
        views: [{ ...council, on: "aimsConfirmed", words: "将来都市像と7つの目標は、妥当である。" }],
        confirmations: [
          { body: "総合計画審議会", on: "aimsConfirmed" },
          { body: "総合計画策定委員会", on: "aimsConfirmed" },
        ],
        conditions: [
          {
            words: "執筆中の節を、原案までに確定すること",
            metOn: "final",
            metAs: "すべての節を確定しました。",
          },
        ],
      },
    ],
  },
  {
    name: "基本計画素案",
    from: "draft",
    until: "draftPassed",
    passings: [
      {
        version: "素案",
        on: "draftPassed",
        outcome: "conditional",
        body: "庁議",
        views: [{ ...assembly, on: "draftHeard", words: "通学路の安全と、放課後の居場所を重く見てほしい。" }],
        conditions: [
          {
            words: "意見募集で出た意見に、市の考え方を示すこと",
            metOn: "roundPublished",
            metAs: "意見の概要と市の考え方を公表しました。",
          },
        ],
      },
    ],
  },
  {
    name: "パブリックコメント",
    from: "roundOpens",
    until: "roundCloses",
    passings: [
      {
        version: "素案",
        on: "roundPassed",
        outcome: "conditional",
        body: "庁議",
        views: [
          {
            hearer: "citizens",
            body: "素案への意見募集",
            on: "roundPublished",
            words: "通学路、放課後、公園、学校施設について多くの意見がありました。",
          },
        ],
        conditions: [
          {
            words: "意見を受けて改めた文章を、改める前の文章と並べて公表すること",
            metOn: "published",
            metAs: "第2版と第3版の新旧対照表を、計画書の案と版のページで読めるようにしました。",
          },
        ],
      },
    ],
  },
  {
    name: "中間答申",
    from: "roundPassed",
    until: "councilPassed",
    passings: [
      {
        version: "素案",
        on: "councilPassed",
        outcome: "conditional",
        body: "庁議",
        views: [{ ...council, on: "councilHeard", words: "おおむね妥当である。公園の使い方を先に示してほしい。" }],
        conditions: [
          {
            words: "公園の施策に、使い方を決める手順を加えること",
            metOn: "councilAnswered",
            metAs: "施策6-1-2の主な取組に、地区ごとの話し合いで使い方を決める手順を加えました。",
          },
        ],
      },
    ],
  },
  {
    name: "原案",
    from: "councilPassed",
    until: "proposalPassed",
    passings: [
      {
        version: "策定版（見本）",
        on: "proposalPassed",
        outcome: "passed",
        body: "庁議",
        views: [{ ...assembly, on: "final", words: "素案から改めた点の説明を受け、了承する。" }],
      },
    ],
  },
  {
    name: "最終案",
    from: "proposalPassed",
    until: "finalPassed",
    passings: [
      {
        version: "策定版（見本）",
        on: "finalPassed",
        outcome: "passed",
        body: "庁議",
        views: [{ ...council, on: "finalHeard", words: "原案のとおりとすることが適当である（最終答申）。" }],
      },
    ],
  },
  {
    name: "議案",
    from: "finalPassed",
    until: "billPassed",
    passings: [
      {
        version: "策定版（見本）",
        on: "billPassed",
        outcome: "passed",
        body: "庁議",
        documentNumber: "議案第64号（見本）",
        views: [{ ...assembly, on: "finalPassed", words: "議案の内容の説明を受けた。" }],
      },
    ],
  },
  {
    name: "議決",
    from: "billPassed",
    until: "resolved",
    passings: [
      {
        version: "策定版（見本）",
        on: "resolved",
        outcome: "passed",
        body: "みほん市議会",
        documentNumber: "議案第64号（見本）",
        views: [
          { hearer: "assembly", body: "総務委員会", on: "resolved", words: "原案のとおり可決すべきものと決定した。" },
        ],
      },
    ],
  },
  {
    name: "策定・公表",
    from: "resolved",
    until: "published",
    passings: [
      {
        version: "策定版（見本）",
        on: "published",
        outcome: "passed",
        body: "市長",
        documentNumber: "8みほ企第150号（見本）",
        views: [{ ...council, on: "published", words: "策定の報告を受けた。" }],
      },
    ],
  },
];

/** What the sample checks after it has published its plan: the stage at whose gate something still waits. */
export const lastStage: StageWords & { readonly from: Step; readonly until: Step } = {
  name: "公表後の点検",
  plannedFrom: "",
  plannedUntil: "",
  from: "checkBegun",
  until: "checkEnds",
  isFinal: false,
  needsConfirmation: false,
  manualItems: ["文章と数に誤りがないかを、各課で読み直した", "実施計画の案が、計画の施策と合っている"],
};

/** What the sample's people wrote where they checked an item by hand. */
export const itemWords: Readonly<Record<string, string>> = {
  定足数を満たした会議で諮った: "審議会は、委員20人のうち17人の出席で開きました（見本）。",
  会議で出た意見に答えた: "意見ごとに市の考え方をまとめ、会議に報告しました。",
  議会の指摘に答えた: "全員協議会での指摘に、文書で答えました。",
  募集の期間が30日以上あった: "30日間、募集しました。",
  結果を公表した: "意見の概要と市の考え方を公表しました。",
  議案番号と提案理由を確かめた: "議案第64号（見本）として提出しました。",
  議決の結果を確かめた: "原案のとおり可決されました（見本）。",
  公表の方法を確かめた: "市のホームページと、各公民館での閲覧で公表しました。",
};
