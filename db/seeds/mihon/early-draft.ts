import type { SampleFields, SampleNode } from "../sample-plan.ts";
import { parkInitiatives } from "./town/town-shape.ts";

/** What a measure said in the 素案, where the hearing of citizens changed it. By the measure's keyword. */
export interface EarlierWords {
  readonly title?: string;
  readonly isPriority?: boolean;
  readonly fields?: SampleFields;
}

export const earlierWords: Readonly<Record<string, EarlierWords>> = {
  "通学路・交通安全": {
    title: "交通安全を進める",
    isPriority: false,
    fields: {
      direction: "交通安全施設の整備と啓発により、交通事故を減らします。通学路の危険な箇所の対策を順次進めます。",
    },
  },
  放課後: {
    fields: {
      initiatives: [
        "中央小と川西小の空き教室を改修し、児童クラブの定員を80人増やします（令和9〜10年度）。",
        "放課後子ども教室を全6小学校区で開きます。",
        "児童クラブの利用時間を19時まで延ばします。",
      ],
    },
  },
  学校施設: {
    fields: {
      direction: "長く使うための改修を計画的に行います。学校の規模と配置は、令和9年度中に方針を決めます。",
    },
  },
  "公園・緑": {
    fields: {
      direction: "公園の数と配置を見直し、遊具の安全を確保します。",
      initiatives: parkInitiatives.slice(0, -1),
    },
  },
};

/** The park's last initiative came when the council asked for it, after those that followed the hearing of citizens. */
export const beforeCouncil: EarlierWords = { fields: { initiatives: parkInitiatives.slice(0, -1) } };

/** The plan's nodes as they stood in the 素案. */
export function asEarlyDraft(nodes: readonly SampleNode[]): SampleNode[] {
  return nodes.map((node) => {
    const earlier = node.children ? undefined : earlierWords[node.keyword ?? ""];
    const children = node.children && asEarlyDraft(node.children);
    return {
      ...node,
      ...earlier,
      ...(node.fields && { fields: { ...node.fields, ...earlier?.fields } }),
      ...(children && { children }),
    };
  });
}
