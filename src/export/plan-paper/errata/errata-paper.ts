import type { Paper } from "../../paper/paper.ts";
import type { PlanEdition } from "../edition.ts";
import { wordsAround } from "../plan-paper.ts";
import { plainBlock } from "../rich-blocks.ts";
import { errataColumns, errataRows } from "./errata-part.ts";

/** 正誤表 as a sheet of its own, to be laid into copies that were handed out already. */
export function errataPaper(edition: PlanEdition): Paper {
  const { snapshot, errata = [] } = edition;
  return {
    ...wordsAround(edition),
    title: `${snapshot.plan.name}　正誤表`,
    cover: null,
    contentsDepth: 1,
    isLandscape: true,
    parts: [
      {
        title: "正誤表",
        blocks: [
          plainBlock(`「${snapshot.plan.name}」（${edition.version}）に、次の誤りがありました。おわびして訂正します。`),
          { kind: "ruledTable", columns: errataColumns, groups: [{ title: "", rows: errataRows(errata) }] },
        ],
      },
    ],
  };
}
