import type { ReactNode } from "react";
import { chooseSheet, likelyTab, sheetView, type HeaderRows, type ImportCase } from "#domain/plan/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Sheet } from "#kernel/sheet.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextField } from "#web/ui/forms.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { importPath } from "./addresses.ts";
import { ImportFrame } from "./import-frame.tsx";
import { elsewhere, importOf } from "./open-import.ts";
import { SheetTable } from "./sheet-table.tsx";

export async function showSheet(visit: Visit): Promise<Response> {
  const theCase = await importOf(visit);
  return elsewhere(theCase, "sheet") ?? sheetPage(visit, theCase);
}

export async function saveSheet(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const theCase = await importOf(visit);
  const from = rowNumber(text(form, "from"));
  const to = rowNumber(text(form, "to")) ?? from;
  if (from === undefined || to === undefined) return sheetPage(visit, theCase, noRow);
  const header = { from: from - 1, to: to - 1 };
  const choice = {
    id: theCase.planImport.id,
    sheet: Number(text(form, "sheet")),
    header,
    includesHidden: text(form, "hidden") === "include",
  };
  const chosen = await chooseSheet(ctx, choice);
  return chosen.ok
    ? onwards(importPath(theCase.plan.slug, theCase.planImport.id, "columns"))
    : sheetPage(visit, theCase, chosen.refusal);
}

const noRow: Refusal = {
  code: "noRow",
  message: "見出しの行を読み取れません。",
  remedy: "下の表の左端にある行番号を、数字で入力してください。",
  fields: { from: "行番号を数字で入力してください。" },
};

function rowNumber(words: string): number | undefined {
  const value = parseJapaneseNumber(words)?.value;
  return value !== undefined && Number.isInteger(value) && value >= 1 ? value : undefined;
}

async function sheetPage(visit: Visit, theCase: ImportCase, refusal?: Refusal): Promise<Response> {
  const { ctx, query, form } = visit;
  const { mapping } = theCase.planImport;
  const asked = query.get("sheet") ?? (text(form, "sheet") || null);
  const position = asked === null ? (mapping?.sheet ?? (await likelyTab(ctx, theCase))) : Number(asked);
  const { sheet, header: guess } = await sheetView(ctx, theCase, position);
  const header = mapping?.sheet === position ? mapping.header : guess;
  return page(
    <ImportFrame visit={visit} theCase={theCase} step="sheet" title="どの表を取り込みますか">
      <Tabs theCase={theCase} position={position} />
      <SheetForm theCase={theCase} position={position} sheet={sheet} header={header} refusal={refusal} />
    </ImportFrame>,
    refusal ? 422 : 200,
  );
}

function Tabs({ theCase, position }: { readonly theCase: ImportCase; readonly position: number }): ReactNode {
  if (theCase.tabs.length < 2) return null;
  return (
    <nav aria-label="シート" className="mb-4">
      <p className="field-label">シート</p>
      <ul className="list-plain flex flex-wrap gap-2">
        {theCase.tabs.map((tab) => (
          <li key={tab.position}>
            <a
              href={`?sheet=${tab.position}`}
              aria-current={tab.position === position ? "true" : undefined}
              className="button button-secondary button-small aria-[current]:!bg-blue-900 aria-[current]:!text-white"
            >
              {tab.name}（{tab.rows}行）{tab.isHidden && "・非表示"}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SheetFormProps {
  readonly theCase: ImportCase;
  readonly position: number;
  readonly sheet: Sheet;
  readonly header: HeaderRows | undefined;
  readonly refusal: Refusal | undefined;
}

function SheetForm({ theCase, position, sheet, header, refusal }: SheetFormProps): ReactNode {
  const { plan, planImport } = theCase;
  return (
    <Form action={importPath(plan.slug, planImport.id, "sheet")} refusal={refusal}>
      <input type="hidden" name="sheet" value={position} />
      {header === undefined && (
        <Notice title="見出しの行が見つかりませんでした" tone="caution">
          <p>「基本目標」「施策」「指標名」のような見出しのある行の番号を入力してください。</p>
        </Notice>
      )}
      <fieldset>
        <legend className="field-label">見出しの行 {header && <Badge>推測しました</Badge>}</legend>
        <p className="field-hint">
          列の名前が書かれている行です。2行にわたるときは、初めと終わりを入力します。下の表で色のついた行です。
        </p>
        <div className="mt-2 grid max-w-md grid-cols-2 gap-6 [&>.field]:!mt-0">
          <TextField
            name="from"
            label="初めの行"
            value={header ? header.from + 1 : ""}
            inputMode="numeric"
            refusal={refusal}
            short
          />
          <TextField
            name="to"
            label="終わりの行"
            value={header ? header.to + 1 : ""}
            inputMode="numeric"
            refusal={refusal}
            short
          />
        </div>
      </fieldset>
      <SheetTable sheet={sheet} header={header} rows={25} />
      {sheet.hiddenRows.length > 0 && (
        <Choices
          name="hidden"
          label={`非表示の行が${sheet.hiddenRows.length}行あります`}
          chosen={[planImport.mapping?.includesHidden ? "include" : "skip"]}
          options={[
            { value: "skip", label: "取り込まない", hint: "取り込まなかった行は、あとの画面で一覧にします。" },
            { value: "include", label: "取り込む" },
          ]}
        />
      )}
      <p className="actions">
        <button className="button">次へ：列の割り当て</button>
      </p>
    </Form>
  );
}
