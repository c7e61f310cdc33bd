import type { Refusal } from "#kernel/result.ts";
import { WordRefused } from "../word-reading/refusals.ts";

const asDocument = "Word で開き、「Word 文書（.docx）」で保存し直してから、もう一度選んでください。";

/** Why a file can't be a template (ひな形), in words for the clerk. */
export const templateRefusals = {
  macros: {
    code: "macros",
    message: "マクロの入った文書は、ひな形にできません。",
    remedy: `マクロのない形式にしてください。${asDocument}`,
  },
  strict: {
    code: "strictFormat",
    message: "「厳密な Open XML 文書」の形式なので、ひな形にできません。",
    remedy: asDocument,
  },
  noBody: {
    code: "noBody",
    message: "計画書を入れる場所「{{本文}}」がありません。",
    remedy: "ひな形の本文に、{{本文}} とだけ書いた段落を1つ入れて保存し、もう一度選んでください。",
  },
} as const satisfies Record<string, Refusal>;

export function severalBodies(places: readonly string[]): Refusal {
  return {
    code: "severalBodies",
    message: `「{{本文}}」が${places.length}か所にあります（${places.join("、")}）。`,
    remedy: "計画書を入れる1か所だけを残してください。",
  };
}

export function misplacedBody(place: string): Refusal {
  return {
    code: "misplacedBody",
    message: `「{{本文}}」が、計画書を入れられない所にあります（${place}）。`,
    remedy: "表・枠・ヘッダー・フッターの外で、{{本文}} とだけ書いた段落にしてください。前後にほかの文字は置けません。",
  };
}

export function outsideLink(place: string, target: string): Refusal {
  return {
    code: "outsideLink",
    message: `外のファイルやテンプレートへのリンクがあります（${place}：${target.slice(0, 80)}）。`,
    remedy:
      "リンクを外して、図は文書の中に埋め込んでください。ホームページへのふつうのリンクは、そのままで構いません。",
  };
}

export function embedded(place: string): Refusal {
  return {
    code: "embedded",
    message: `ほかのソフトのデータ（埋め込みオブジェクトや部品）が入っています（${place}）。`,
    remedy: "埋め込みを図（画像）に置き換えて保存し、もう一度選んでください。",
  };
}

export function refused(refusal: Refusal): never {
  throw new WordRefused(refusal);
}
