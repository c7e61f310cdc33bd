import type { Series } from "#analysis/yearly-series.ts";

/**
 * A paper (印刷物) as plain data, before it becomes Word or PDF. Texts are texts and never markup; what a part holds is decided by
 * who builds it, how it looks by the two writers.
 */
export interface Paper {
  readonly title: string;
  /** Who issues it: the municipality. */
  readonly city: string;
  /** The version's name, on the cover and on every page. */
  readonly version: string;
  /** The day (YYYY-MM-DD) noted in the file: told by the content, so that the same content gives the same bytes. */
  readonly madeOn: string;
  /** Stamps on the cover and on every page: 「見本」「未確定」. */
  readonly marks: readonly string[];
  /** null makes an office document: without cover and contents, day and city stand at the right above its title. */
  readonly cover: Cover | null;
  /** The head of a newsletter, in place of an office document's. */
  readonly masthead?: Masthead;
  /** Headings down to this level stand in the contents (目次). */
  readonly contentsDepth: number;
  /** Pages lie on their long side: for wide tables. */
  readonly isLandscape?: boolean;
  /** Parts begin on new pages in a paper without cover too. */
  readonly isParted?: boolean;
  readonly parts: readonly Part[];
}

export interface Cover {
  /** What the city wants to become (将来都市像); "" when the plan says none. */
  readonly vision: string;
  /** Lines at the foot: period, day, city. */
  readonly lines: readonly string[];
}

/** A newsletter's own head (題字): its name in the city's colour, with the number and day of the issue. */
export interface Masthead {
  readonly kicker: string;
  readonly name: string;
  /** 「第1号」 */
  readonly issue: string;
  readonly lines: readonly string[];
}

/** A part (部) with its own title, as a rule on a new page. Annexes are further parts at the end of the list. */
export interface Part {
  readonly title: string;
  /** Goes on on the page of the part before. */
  readonly flowsOn?: boolean;
  readonly blocks: readonly Block[];
}

/** A piece of text in a line. */
export interface Run {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isUnderlined?: boolean;
  /** An address outside the paper. */
  readonly href?: string;
  /** The anchor of a heading inside the paper; null where the paper has no such heading. */
  readonly to?: string | null;
  /** Writes, instead of the text, the page on which the anchor stands; in papers with contents. */
  readonly isPage?: boolean;
  /** Stands small above the text (ルビ). */
  readonly reading?: string;
  /** A footnote that is called behind the text. */
  readonly footnote?: string;
}

export interface Heading {
  readonly kind: "heading";
  /** 1 is a part's title; levels never skip. */
  readonly level: number;
  readonly text: string;
  readonly anchor?: string;
}

export interface TextBlock {
  readonly kind: "text";
  readonly tone: "body" | "lead" | "note";
  readonly runs: readonly Run[];
}

export interface List {
  readonly kind: "list";
  readonly isOrdered: boolean;
  /** The official signs of its items, and how deep they stand in their series (第1 → 1 → (1) → ア …); without it they are 1. 2. 3. */
  readonly official?: { readonly depth: number; readonly signs: readonly string[] };
  readonly items: readonly (readonly Block[])[];
  /** The sign of each item as it is printed 「(1)」「ア」, where it is not the list's own. */
  readonly signs?: readonly string[];
}

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
  /** Small type and narrow cells, for tables of many columns. */
  readonly isDense?: boolean;
}

/** A table (表) as a person made it: cells over several rows and columns, that hold paragraphs and lists. */
export interface Grid {
  readonly kind: "grid";
  readonly caption: string;
  /** Parts of the width, as shares among each other. */
  readonly shares: readonly number[];
  /** So many rows at the top are repeated on every page. */
  readonly headRows: number;
  readonly rows: readonly (readonly GridCell[])[];
}

export interface GridCell {
  readonly column: number;
  readonly isHead: boolean;
  readonly rowspan: number;
  readonly colspan: number;
  readonly blocks: readonly Block[];
}

/** A figure (図). Where its picture is not at hand, the words that stand for it are printed. */
export interface Figure {
  readonly kind: "figure";
  readonly alternative: string;
  readonly caption: string;
  readonly picture: Picture | null;
}

export interface Picture {
  readonly type: "png" | "jpg" | "gif";
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface TableColumn {
  readonly heading: string;
  /** Part of the table's width, as a share among the columns' shares. */
  readonly share: number;
  readonly align: "start" | "center" | "end";
  /** The head's colour (#rrggbb), white signs upon it. */
  readonly color?: string;
}

/**
 * A table as offices rule them (様式), on pages that lie on their long side: black lines all round, a plain head on every page, long
 * rows that go on over the end of a page. It comes in groups, each under a line across all columns.
 */
export interface RuledTable {
  readonly kind: "ruledTable";
  readonly columns: readonly Pick<TableColumn, "heading" | "share">[];
  readonly groups: readonly RuledGroup[];
}

export interface RuledGroup {
  /** "" for none. */
  readonly title: string;
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

/** A chart (図) of yearly values, with the words that stand for it. */
export interface Chart {
  readonly series: Series;
  readonly alternative: string;
}

export interface Charts {
  readonly kind: "charts";
  readonly charts: readonly Chart[];
}

/** Names with what they stand for, as a table without head. */
export interface Facts {
  readonly kind: "facts";
  readonly items: readonly { readonly name: string; readonly runs: readonly Run[] }[];
}

/** A framed piece: what must be seen first. */
export interface Panel {
  readonly kind: "panel";
  /** Not parted by the end of a page: for short ones. */
  readonly isWhole?: boolean;
  readonly blocks: readonly Block[];
}

/** Pieces side by side, each under its own heading. */
export interface Columns {
  readonly kind: "columns";
  readonly level: number;
  readonly columns: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
}

/** Short pieces as cards of one hue, so many beside each other (付箋). */
export interface Cards {
  readonly kind: "cards";
  readonly hue: number;
  readonly across: number;
  readonly cards: readonly { readonly title: string; readonly text: string; readonly foot: string }[];
}

/** Chips of a colour with number and name (SDGs). */
export interface Chips {
  readonly kind: "chips";
  readonly chips: readonly {
    readonly number: number;
    readonly name: string;
    readonly color: string;
    readonly sign: string;
  }[];
}

/** The picture of the whole tree (体系図). */
export interface Tree {
  readonly kind: "tree";
  readonly vision: string;
  readonly levelNames: readonly string[];
  readonly roots: readonly TreeItem[];
}

export interface TreeItem {
  readonly code: string;
  readonly title: string;
  readonly hue: number;
  readonly isPriority: boolean;
  readonly to: string | null;
  readonly children: readonly TreeItem[];
}

/** A goal's opening (扉): a page in its colour, and beside it what it holds. */
export interface Opening {
  readonly kind: "opening";
  readonly hue: number;
  readonly heading: Heading;
  /** 「基本目標1」. */
  readonly label: string;
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

/** Two facing pages (見開き) of one measure; each side is kept on its page as long as it can be set readably. */
export interface Spread {
  readonly kind: "spread";
  readonly hue: number;
  /** The way from the goal; a step with a level is a heading of its own, where its branch begins. */
  readonly trail: readonly { readonly text: string; readonly level: number | null; readonly anchor: string | null }[];
  readonly code: string;
  readonly heading: Heading;
  /** Words in a frame beside the title: 「重点」. */
  readonly badges: readonly string[];
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly left: readonly Block[];
  /** Fill what the left side leaves. */
  readonly charts: readonly Chart[];
  readonly right: readonly Block[];
}

export type Block =
  | Heading
  | TextBlock
  | List
  | Table
  | RuledTable
  | Grid
  | Figure
  | Charts
  | Facts
  | Panel
  | Columns
  | Cards
  | Chips
  | Tree
  | Opening
  | Spread
  | { readonly kind: "pageBreak" };
