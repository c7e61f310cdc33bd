import type { Refusal } from "#kernel/result.ts";
import type { GateOutcome, Hearer, StageState } from "./gate.ts";
import type { PartTable, Resolution, Review } from "./formulation.ts";

export const reviewLabels: Readonly<Record<Review, string>> = {
  keep: "据え置く",
  part: "一部を見直す",
  whole: "見直す",
};

export const resolutionLabels: Readonly<Record<Resolution, string>> = {
  none: "議決によらない",
  concept: "基本構想を議決する",
  both: "基本構想と基本計画を議決する",
};

export const partTableLabels: Readonly<Record<PartTable, string>> = {
  nothing: "本文だけ",
  outline: "計画の名前・期間・根拠の表",
  bodies: "体制の表",
  methods: "市民参加の手法の表",
  schedule: "日程の表（段階の予定）",
};

export const stageStateLabels: Readonly<Record<StageState, string>> = {
  ahead: "これから",
  open: "関門で確認中",
  passed: "通過",
  conditional: "条件付きで通過",
  sentBack: "差戻し",
  skipped: "省略",
};

export const gateOutcomeLabels: Readonly<Record<GateOutcome, string>> = {
  passed: "通す",
  conditional: "条件付きで通す",
  sentBack: "差し戻す",
};

export const hearerLabels: Readonly<Record<Hearer, string>> = {
  assembly: "議会",
  council: "審議会",
  citizens: "市民",
  other: "その他",
};

export const formulationRefusals = {
  stale: {
    code: "stale",
    message: "ほかの人が先に保存しました。",
    remedy: "入れた内容を控えてからページを開き直し、いまの内容を確かめて、もう一度保存してください。",
  },
  partGone: {
    code: "partGone",
    message: "この項目は、ほかの人が先に削除しました。",
    remedy: "残すときは、下の内容を確かめて「加える」を押してください。最後の項目になります。",
  },
  exists: {
    code: "exists",
    message: "この計画の策定は、すでに始まっています。",
    remedy: "策定のページを開いて、続きを進めてください。",
  },
  unchanged: {
    code: "unchanged",
    message: "前の版から、策定方針の内容が変わっていません。",
    remedy: "策定方針を直してから、新しい版を作ってください。",
  },
  noParts: {
    code: "noParts",
    message: "策定方針に、項目が一つもありません。",
    remedy: "項目を加えてから、版を作ってください。",
  },
  stagePassed: {
    code: "stagePassed",
    message: "この段階は、関門の記録があるため削除できません。",
    remedy: "進めないときは、関門のページで理由を付けて飛ばしてください。",
  },
  orderPassed: {
    code: "orderPassed",
    message: "関門の記録がある段階の順番は変えられません。",
    remedy: "まだ関門を開いていない段階どうしで、順番を変えてください。",
  },
  nothingToShow: {
    code: "nothingToShow",
    message: "公開できる策定方針も、段階も、まだありません。",
    remedy: "策定方針の版を「検討中として公開」か「公表」で作るか、段階を登録してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
