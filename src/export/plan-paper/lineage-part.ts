import { evolutionLabels, lineageKindLabels, type PlanSnapshot } from "#domain/plan/index.ts";
import type { Part, Run } from "../paper/paper.ts";
import type { NodeSnapshot, PlanEdition } from "./edition.ts";
import { plainBlock } from "./rich-blocks.ts";
import { anchorOf, codeAndTitle } from "./tree.ts";

/** A line of the table of correspondence: an item of the plan before, what became of it, and the item here. */
export interface LineageLine {
  readonly before: Pick<NodeSnapshot, "code" | "title"> | null;
  readonly kind: string;
  readonly here: NodeSnapshot | null;
  /** 拡充・改善・維持, or "". */
  readonly evolution: string;
  readonly note: string;
}

const byCode = new Intl.Collator("ja", { numeric: true });

/** What became of the plan before, in the order of its codes; what is new here comes last. */
export function lineageLines({ nodes, endings }: PlanSnapshot): LineageLine[] {
  const linked = nodes
    .toSorted((one, other) => one.order - other.order)
    .flatMap((here) =>
      here.origins.map(({ kind, evolution, note, code, title }): LineageLine => ({
        before: kind === "new" ? null : { code, title },
        kind: lineageKindLabels[kind],
        here,
        evolution: evolution === null ? "" : evolutionLabels[evolution],
        note,
      })),
    );
  const ended = endings.map(({ code, title, note }): LineageLine => ({
    before: { code, title },
    kind: lineageKindLabels.end,
    here: null,
    evolution: "",
    note,
  }));
  const [fresh, old] = [linked.filter(({ before }) => before === null), linked.filter(({ before }) => before !== null)];
  const inOrder = [...old, ...ended].toSorted((one, other) =>
    byCode.compare(one.before?.code ?? "", other.before?.code ?? ""),
  );
  return [...inOrder, ...fresh];
}

/** 前の計画との対応: where each item of the plan before went, and why. */
export function lineagePart({ snapshot }: PlanEdition): Part | undefined {
  const lines = lineageLines(snapshot);
  if (snapshot.predecessor === null || lines.length === 0) return undefined;
  const { name } = snapshot.predecessor;
  return {
    title: "前の計画との対応",
    blocks: [
      plainBlock(
        `「${name}」の項目が、この計画のどこに引き継がれたかを示します。「−」は、対応する項目がないことを表します。`,
      ),
      {
        kind: "table",
        caption: `${name}との対応表（${lines.length}）`,
        columns: [
          { heading: "前の計画", share: 5.4, align: "start" },
          { heading: "区分", share: 1.4, align: "center" },
          { heading: "この計画", share: 5.4, align: "start" },
          { heading: "深化", share: 1.4, align: "center" },
          { heading: "説明", share: 5, align: "start" },
        ],
        rows: lines.map((line) => [
          plain(line.before ? codeAndTitle(line.before) : "−"),
          plain(line.kind),
          line.here ? [{ text: codeAndTitle(line.here), to: anchorOf(line.here) }] : plain("−"),
          plain(line.evolution),
          plain(line.note),
        ]),
      },
    ],
  };
}

function plain(text: string): Run[] {
  return [{ text }];
}
