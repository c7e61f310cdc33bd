import { warekiDate } from "#kernel/wareki.ts";
import type { Block, Part, Run } from "../../paper/paper.ts";
import type { ErratumLine, PlanEdition } from "../edition.ts";
import { plainBlock } from "../rich-blocks.ts";
import { errataAnchor, erratumSign } from "./erratum-marks.ts";

/** 正誤表: what was told since the version was frozen, in front of everything that it corrects. */
export function errataPart({ errata = [] }: PlanEdition): Part | undefined {
  if (errata.length === 0) return undefined;
  const heading: Block = { kind: "heading", level: 2, text: "版を定めたあとに分かった誤り", anchor: errataAnchor };
  const columns = errataColumns.map((column) => ({ ...column, align: "start" as const }));
  return {
    title: "正誤表",
    blocks: [
      heading,
      plainBlock(
        "この版の文章は変えずに、誤りをここでお知らせします。誤りのある箇所には「［正誤1］」のように番号を付けています。",
      ),
      { kind: "table", caption: `正誤表（${errata.length}）`, columns, rows: errataRows(errata) },
    ],
  };
}

export const errataColumns = [
  { heading: "番号", share: 1.8 },
  { heading: "箇所", share: 3.4 },
  { heading: "誤", share: 4.6 },
  { heading: "正", share: 4.6 },
  { heading: "理由", share: 2.4 },
  { heading: "お知らせした日", share: 2.6 },
] as const;

export function errataRows(errata: readonly ErratumLine[]): Run[][][] {
  return errata.map(({ place, wrong, corrected, reason, addedOn }, index) =>
    [erratumSign(index), place || "全体", wrong, corrected, reason, warekiDate(addedOn)].map((text) => [{ text }]),
  );
}
