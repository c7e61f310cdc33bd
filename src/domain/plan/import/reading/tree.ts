import { cellText, type Cell } from "#kernel/sheet.ts";
import type { NodeFieldKey } from "../../snapshot.ts";
import { codeByPattern } from "../../code-pattern.ts";
import { readCode, readCodedTitle, type CodedTitle } from "../values/code.ts";
import type { ColumnRole } from "../mapping/columns.ts";
import { choiceName, readDivisions } from "../questions/divisions.ts";
import { importWords } from "../labels.ts";
import type { DivisionChoice, ImportNode, ImportSdgLink, Mapping, PlanFrame } from "../model.ts";
import type { Notebook } from "../questions/notebook.ts";
import type { DataRow } from "./rows.ts";
import { readSdgs } from "../questions/sdg-cell.ts";

/** A node while rows are still being read: later rows may say more of it. */
interface GrowingNode {
  readonly key: string;
  readonly parent: GrowingNode | undefined;
  readonly depth: number;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  number: Pick<CodedTitle, "code" | "ordinal">;
  keyword: string;
  division: DivisionChoice | null;
  relatedDivisions: readonly DivisionChoice[];
  isPriority: boolean;
  fields: Partial<Record<NodeFieldKey, string>>;
  sdgs: readonly ImportSdgLink[];
}

export interface Tree {
  readonly nodes: readonly GrowingNode[];
  /** The node that each row's indicator belongs to. */
  readonly nodeOfRow: ReadonlyMap<number, GrowingNode>;
}

export type { GrowingNode };

/** Reads the tree from the rows: repeated, merged or left-out cells of a level all mean the node named above. */
export function readTree(rows: readonly DataRow[], mapping: Mapping, frame: PlanFrame, notebook: Notebook): Tree {
  const reader = new TreeReader(mapping, frame, notebook);
  for (const row of rows) reader.read(row);
  return { nodes: [...reader.nodes.values()], nodeOfRow: reader.nodeOfRow };
}

class TreeReader {
  readonly nodes = new Map<string, GrowingNode>();
  readonly nodeOfRow = new Map<number, GrowingNode>();
  readonly #path: (GrowingNode | undefined)[] = [];
  readonly #mapping: Mapping;
  readonly #frame: PlanFrame;
  readonly #notebook: Notebook;

  constructor(mapping: Mapping, frame: PlanFrame, notebook: Notebook) {
    this.#mapping = mapping;
    this.#frame = frame;
    this.#notebook = notebook;
  }

  read(row: DataRow): void {
    let isStopped = false;
    for (const { depth } of this.#frame.levels) if (!isStopped) isStopped = !this.#readLevel(row, depth);
    const deepest = this.#path.findLast((node) => node !== undefined);
    if (!deepest || isStopped) return;
    this.nodeOfRow.set(row.row, deepest);
    this.#readAttributes(row, deepest);
  }

  /** False when the row can't be placed in the tree. */
  #readLevel(row: DataRow, depth: number): boolean {
    const column = this.#columnOf(`level:${depth}`);
    if (column === undefined) return true;
    const cell = row.cells[column] ?? null;
    const text = cellText(cell);
    if (text === "") return this.#checkLoneCode(row, depth);
    if (typeof cell === "object" && cell !== null && ("day" in cell || "error" in cell)) {
      this.#notebook.error(
        { row: row.row, column },
        text,
        "day" in cell ? importWords.dayInTree : importWords.brokenFormula,
      );
      return false;
    }
    if (depth > 1 && isGoalLabel(text) && this.#belongsAbove(row.row, column, text)) {
      this.#path.length = depth;
      return true;
    }
    return this.#enter(row, depth, column);
  }

  #checkLoneCode(row: DataRow, depth: number): boolean {
    const column = this.#columnOf(`code:${depth}`);
    const text = cellText(row.cells[column ?? -1]);
    if (column === undefined || text === "" || this.#path[depth]) return true;
    this.#notebook.error({ row: row.row, column }, text, importWords.codeWithoutTitle);
    return false;
  }

  #belongsAbove(row: number, column: number, text: string): boolean {
    const upper = this.#frame.levels[this.#depthOf(column) - 2]?.name ?? "";
    const options = [
      { key: "parent", label: importWords.goalLabelParent(upper) },
      { key: "node", label: importWords.goalLabelNode(text) },
    ];
    const answer = this.#notebook.ask(
      { row, column },
      { kind: "goalLabel", text, about: upper, shape: "goalLabel", options, allowsOwn: false },
    );
    return answer?.choice !== "node";
  }

  #depthOf(column: number): number {
    return Number(this.#mapping.columns[column]?.role.split(":")[1] ?? 0);
  }

  #enter(row: DataRow, depth: number, column: number): boolean {
    const parent = this.#path[depth - 1];
    const place = { row: row.row, column };
    if (depth > 1 && !parent) {
      this.#notebook.error(
        place,
        cellText(row.cells[column]),
        importWords.parentMissing(this.#frame.levels[depth - 2]?.name ?? ""),
      );
      return false;
    }
    const coded = this.#codedTitle(row, depth, column);
    const key = `${parent?.key ?? ""}/${coded.title}`;
    const known = this.nodes.get(key);
    if (known) this.#meetAgain(known, coded, place);
    const node = known ?? newNode({ key, parent, depth, coded, place });
    this.nodes.set(key, node);
    if (this.#path[depth] !== node) this.#path.length = depth;
    this.#path[depth] = node;
    return true;
  }

  #codedTitle(row: DataRow, depth: number, column: number): CodedTitle {
    const inCell = readCodedTitle(cellText(row.cells[column]));
    const codeColumn = this.#columnOf(`code:${depth}`);
    const cell: Cell = codeColumn === undefined ? null : (row.cells[codeColumn] ?? null);
    const text = cellText(cell);
    if (codeColumn === undefined || text === "") return inCell;
    const isDay = typeof cell === "object" && cell !== null && "day" in cell;
    const code = isDay ? undefined : readCode(text);
    if (!code)
      this.#notebook.error(
        { row: row.row, column: codeColumn },
        text,
        isDay ? importWords.dayInTree : importWords.notACode,
      );
    return { title: inCell.title, keyword: inCell.keyword, ...code };
  }

  #meetAgain(known: GrowingNode, coded: CodedTitle, place: { row: number; column: number }): void {
    const isOther = coded.code !== known.number.code || coded.ordinal !== known.number.ordinal;
    const saysNumber = coded.code !== undefined || coded.ordinal !== undefined;
    if (!saysNumber || !isOther) return;
    if (known.number.code === undefined && known.number.ordinal === undefined) known.number = numberOf(coded);
    else this.#notebook.error(place, coded.title, importWords.twoCodes(known.row));
  }

  #columnOf(role: ColumnRole): number | undefined {
    const index = this.#mapping.columns.findIndex((column) => column.role === role);
    return index < 0 ? undefined : index;
  }

  #readAttributes(row: DataRow, node: GrowingNode): void {
    this.#mapping.columns.forEach(({ role }, column) => {
      const text = cellText(row.cells[column]);
      if (text === "") return;
      const place = { row: row.row, column };
      if (role === "keyword") node.keyword = text.replaceAll(/[【】]/gu, "");
      else if (role === "division") this.#takeDivisions(node, text, place);
      else if (role === "relatedDivisions")
        node.relatedDivisions = merged(node.relatedDivisions, readDivisions(text, place, this.#frame, this.#notebook));
      else if (role === "priority") node.isPriority = node.isPriority || /[○◯〇◎●★☆✓レ]|重点|該当|有/u.test(text);
      else if (role === "sdgs") node.sdgs = readSdgs(text, place, this.#notebook) ?? node.sdgs;
      else if (role.startsWith("field:"))
        this.#takeField(node, role.slice("field:".length) as NodeFieldKey, { text, place }); // the rest of a field role
    });
  }

  #takeDivisions(node: GrowingNode, text: string, place: { row: number; column: number }): void {
    const [first, ...others] = readDivisions(text, place, this.#frame, this.#notebook);
    if (!first) return;
    node.division ??= first;
    if (others.length > 0) node.relatedDivisions = merged(node.relatedDivisions, others);
  }

  #takeField(
    node: GrowingNode,
    key: NodeFieldKey,
    said: { text: string; place: { row: number; column: number } },
  ): void {
    const earlier = node.fields[key];
    if (earlier !== undefined && earlier !== said.text)
      this.#notebook.error(said.place, said.text.slice(0, 40), importWords.twoTexts(node.row));
    else node.fields = { ...node.fields, [key]: said.text };
  }
}

function isGoalLabel(text: string): boolean {
  return /^[(（【<＜〔[]?[^()（）]{0,12}数値目標[)）】>＞〕\]]?$/u.test(text);
}

function numberOf(coded: CodedTitle): Pick<CodedTitle, "code" | "ordinal"> {
  return {
    ...(coded.code !== undefined && { code: coded.code }),
    ...(coded.ordinal !== undefined && { ordinal: coded.ordinal }),
  };
}

interface NewNode {
  readonly key: string;
  readonly parent: GrowingNode | undefined;
  readonly depth: number;
  readonly coded: CodedTitle;
  readonly place: { readonly row: number; readonly column: number };
}

function newNode({ key, parent, depth, coded, place }: NewNode): GrowingNode {
  return {
    key,
    parent,
    depth,
    title: coded.title,
    ...place,
    number: numberOf(coded),
    keyword: coded.keyword,
    division: null,
    relatedDivisions: [],
    isPriority: false,
    fields: {},
    sdgs: [],
  };
}

function merged(one: readonly DivisionChoice[], other: readonly DivisionChoice[]): readonly DivisionChoice[] {
  return [...one, ...other.filter((choice) => !one.some((each) => choiceName(each) === choiceName(choice)))];
}

/** Nodes with their codes: as written, or by the level's pattern where the sheet gives only a number or nothing. */
export function withCodes(tree: Tree, mapping: Mapping, frame: PlanFrame, notebook: Notebook): ImportNode[] {
  const codes = new Map<string, string>();
  const counts = new Map<string, number>();
  const holders = new Map<string, GrowingNode>();
  const has = (role: ColumnRole) => mapping.columns.some((column) => column.role === role);
  return tree.nodes.map((node) => {
    const siblings = `${node.parent?.key ?? ""}#${node.depth}`;
    const ordinal = node.number.ordinal ?? (counts.get(siblings) ?? 0) + 1;
    const pattern = frame.levels[node.depth - 1]?.codePattern ?? "{parent}-{n}";
    const code =
      node.number.code ??
      (pattern === "" ? "" : codeByPattern(pattern, codes.get(node.parent?.key ?? "") ?? "", ordinal));
    counts.set(siblings, node.number.code === undefined ? ordinal : lastNumber(node.number.code, ordinal));
    codes.set(node.key, code);
    const holder = code === "" ? undefined : holders.get(code);
    if (holder)
      notebook.error(
        { row: node.row, column: node.column },
        code,
        importWords.codeTaken(code, holder.title, holder.row),
      );
    holders.set(code, holder ?? node);
    return toImportNode(node, code, has);
  });
}

function lastNumber(code: string, otherwise: number): number {
  return Number(/(\d+)$/.exec(code)?.[1] ?? otherwise);
}

function toImportNode(node: GrowingNode, code: string, has: (role: ColumnRole) => boolean): ImportNode {
  return {
    key: node.key,
    parentKey: node.parent?.key ?? null,
    depth: node.depth,
    code,
    isCodeGiven: node.number.code !== undefined || node.number.ordinal !== undefined,
    title: node.title,
    row: node.row,
    ...((has("keyword") || node.keyword !== "") && { keyword: node.keyword }),
    ...(has("division") && { division: node.division }),
    ...((has("relatedDivisions") || node.relatedDivisions.length > 0) && { relatedDivisions: node.relatedDivisions }),
    ...(has("priority") && { isPriority: node.isPriority }),
    ...(has("sdgs") && { sdgs: node.sdgs }),
    fields: node.fields,
  };
}
