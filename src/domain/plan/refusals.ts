import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { StoredIndicator } from "./store/indicators.ts";
import type { StoredNode } from "./store/nodes.ts";

/** A refusal on a node; a stale save carries what is stored now, so that both can be shown side by side. */
export interface NodeRefusal extends Refusal {
  readonly current?: StoredNode;
}

/** The same on an indicator. */
export interface IndicatorRefusal extends Refusal {
  readonly current?: StoredIndicator;
}

const staleWords = {
  code: "stale",
  message: "開いている間に、ほかの人が先に保存しました。",
  remedy: "入力した内容は消えていません。下の2つを見くらべて、どちらにするかを選んでください。",
};

export function staleNode(current: StoredNode): Result<never, NodeRefusal> {
  return refuse({ ...staleWords, current });
}

export function staleIndicator(current: StoredIndicator): Result<never, IndicatorRefusal> {
  return refuse({ ...staleWords, current });
}

export function takenCode(code: string): Result<never, Refusal> {
  return refuse({
    code: "takenCode",
    message: `番号「${code}」は、この計画のほかの項目が使っています。`,
    remedy: "ほかの番号を入力するか、「番号を付け直す」を使ってください。",
    fields: { code: "ほかの項目が使っている番号です。" },
  });
}
