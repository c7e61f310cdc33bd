import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
} from "docx";
import {
  headRows,
  signDepth,
  tableGrid,
  type PlacedCell,
  type RichBlock,
  type RichFigure,
  type RichList,
  type RichTable,
} from "#kernel/rich-text.ts";
import { font, noLines, signFormats, textWidth } from "../paper/word/look.ts";
import { deepestItem, figureWords } from "../word-reading/carried.ts";
import { childrenOf } from "./inlines.ts";
import { Notes } from "./notes.ts";

/** Where a block stands. */
interface Place {
  /** How many lists stand around it. */
  readonly depth: number;
  /** How deep the numbered list around it stands in the series of signs. */
  readonly sign?: number | undefined;
  /** Goes to the first paragraph of what is written there: an item's number, a cell's style. */
  readonly first?: IParagraphOptions;
}

/** Writes the blocks of a section so that the office can edit them and they are read back as they are. */
export class BlockWriting {
  readonly notes = new Notes();
  private lists = 0;

  blocks(blocks: readonly RichBlock[], { first, ...place }: Place = { depth: 0 }): (Paragraph | Table)[] {
    return blocks.flatMap((block, index) => this.block(block, index === 0 && first ? { ...place, first } : place));
  }

  private block(block: RichBlock, place: Place): (Paragraph | Table)[] {
    switch (block.type) {
      case "paragraph": {
        const look = place.first ?? (place.depth > 0 ? { style: `ItemText${place.depth}` } : {});
        return [new Paragraph({ ...look, children: childrenOf(block.content, this.notes) })];
      }
      case "heading": {
        const heading = block.attrs.level === 3 ? HeadingLevel.HEADING_4 : HeadingLevel.HEADING_5;
        const look = place.depth === 0 ? { heading } : { style: `ItemHeading${block.attrs.level}x${place.depth}` };
        return [new Paragraph({ ...look, children: childrenOf(block.content, this.notes) })];
      }
      case "bulletList":
      case "orderedList":
        return this.list(block, place);
      case "table":
        return this.table(block, place.depth);
      case "figure":
        return [this.figure(block, place.depth)];
    }
  }

  /** Each list has numbers of its own, so that lists that follow upon each other stay apart. */
  private list(list: RichList, { depth, sign, first }: Place): (Paragraph | Table)[] {
    const own = list.type === "orderedList" ? signDepth(list, sign) : sign;
    const level = Math.min(depth, deepestItem - 1);
    this.lists += 1;
    const levels = levelsOf(level, list.type === "orderedList" ? own : undefined);
    const numbering = { reference: { reference: `list-${this.lists}`, levels }, level };
    return list.content.flatMap(({ content }, index) =>
      this.blocks(content, { depth: level + 1, sign: own, first: { ...(index === 0 && first), numbering } }),
    );
  }

  private table(table: RichTable, depth: number): (Paragraph | Table)[] {
    const grid = tableGrid(table);
    if (!grid) return [];
    const heads = headRows(grid);
    const width = Math.floor(textWidth / grid.columns);
    const line = { style: BorderStyle.SINGLE, size: 4, color: "7F7F7F" };
    return [
      new Paragraph({ style: `TableCaption${depth}`, children: childrenOf(captionOf(table), this.notes) }),
      new Table({
        columnWidths: Array.from({ length: grid.columns }, () => width),
        width: { size: width * grid.columns, type: WidthType.DXA },
        borders: Object.fromEntries(Object.keys(noLines).map((side) => [side, line])),
        rows: grid.rows.map(
          (row, at) =>
            new TableRow({ tableHeader: at < heads, children: row.map((placed) => this.cell(placed, width)) }),
        ),
      }),
    ];
  }

  private cell({ cell, rowspan, colspan }: PlacedCell, width: number): TableCell {
    const first = cell.type === "tableHeader" ? { style: "TableHead" } : {};
    return new TableCell({
      rowSpan: rowspan,
      columnSpan: colspan,
      width: { size: width * colspan, type: WidthType.DXA },
      children: this.blocks(cell.content, { depth: 0, first }),
    });
  }

  private figure({ attrs }: RichFigure, depth: number): Paragraph {
    const control = this.notes.control(
      "figure",
      "図の場所（消すと図もなくなります）",
      attrs,
      figureWords(attrs.alternative),
    );
    return new Paragraph({ style: `FigurePlace${depth}`, children: [control] });
  }
}

function captionOf({ attrs }: RichTable): { type: "text"; text: string }[] {
  return attrs.caption === "" ? [] : [{ type: "text", text: attrs.caption }];
}

/** The nine levels of a list whose items stand at one of them: what is moved deeper in Word is signed on in the series. */
function levelsOf(own: number, sign: number | undefined): ILevelsOptions[] {
  return Array.from({ length: deepestItem }, (_, level) => {
    const deepest = signFormats.length - 1;
    const at = sign === undefined ? undefined : signFormats[Math.min(Math.max(sign + level - own, 0), deepest)];
    return {
      level,
      format: at?.format ?? LevelFormat.BULLET,
      text: at ? `${at.before ?? ""}%${level + 1}${at.after ?? ""}` : "・",
      alignment: AlignmentType.START,
      style: { run: { font }, paragraph: { indent: { left: 460 + 320 * level, hanging: 460 } } },
    };
  });
}
