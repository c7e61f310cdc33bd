import { fieldHeads, transferFields, type TransferField, type TransferRow } from "#domain/identity/index.ts";
import { csvText } from "./csv.ts";
import { workbookBytes, type Column, type Sheet } from "./workbook/index.ts";

interface TemplateInput {
  readonly rows: readonly TransferRow[];
  /** The day of the transfer (YYYY-MM-DD), written into every row. */
  readonly effectiveOn: string;
  readonly divisions: readonly string[];
  readonly roles: readonly string[];
}

const widths: Readonly<Record<TransferField, number>> = {
  name: 18,
  kana: 20,
  employeeNumber: 12,
  email: 32,
  division: 30,
  title: 16,
  roles: 24,
  effectiveOn: 18,
  retires: 8,
};

/** The list of transfers (人事異動の表) with everyone as they are, to be changed in Excel and brought back. */
export async function transferTemplate(input: TemplateInput): Promise<Uint8Array<ArrayBuffer>> {
  const choices: Partial<Record<TransferField, readonly string[]>> = { division: input.divisions, retires: ["○"] };
  const columns = transferFields.map((field): Column => {
    const words = choices[field];
    return {
      heading: fieldHeads[field],
      width: widths[field],
      kind: field === "effectiveOn" ? "day" : "text",
      ...(words && words.length > 0 && { choices: words }),
    };
  });
  const people: Sheet = { name: "人事異動", columns, rows: cellsOf(input), frozenColumns: 1, spareRows: 50 };
  return workbookBytes({ title: "人事異動の表", madeOn: input.effectiveOn, sheets: [people, guideOf(input.roles)] });
}

/** The same list as CSV. */
export function transferCsv(input: Pick<TemplateInput, "rows" | "effectiveOn">): string {
  return csvText([transferFields.map((field) => fieldHeads[field]), ...cellsOf(input)]);
}

function cellsOf({ rows, effectiveOn }: Pick<TemplateInput, "rows" | "effectiveOn">): string[][] {
  return rows.map((row) => transferFields.map((field) => (field === "effectiveOn" ? effectiveOn : row[field])));
}

function guideOf(roles: readonly string[]): Sheet {
  const lines: readonly (readonly [string, string])[] = [
    ["使い方", "異動する人の行だけを直します。直さない行は、残しても消しても構いません。"],
    ["異動", "「新しい部課」と「職名」を直します。役割も変わるときは「役割」も直します。"],
    ["兼務", "同じ人の行を2つにし、それぞれに部・課を書きます。行の全部が、発令日からのその人の所属です。"],
    ["採用", "新しい行に、氏名、メール、部・課、役割を書きます。招待のメールが届きます。"],
    ["退職", "「退職」に○を付けます。発令日の前の日まで使えます。"],
    ["役割", `次の言葉を書きます。いくつもあるときは「、」で区切ります。${roles.join("、")}`],
    ["発令日", "「令和9年4月1日」「2027/4/1」のどちらでも読めます。1つのファイルに1つの発令日です。"],
    ["同じ人かどうか", "職員番号、なければメールで見分けます。"],
  ];
  return {
    name: "書き方",
    columns: [
      { heading: "項目", width: 16, kind: "text" },
      { heading: "書き方", width: 90, kind: "text" },
    ],
    rows: lines,
  };
}
