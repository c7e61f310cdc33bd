import type { ReactNode } from "react";
import type { PastedBlock } from "./pasted.ts";
import { QuestionDialog } from "./question.tsx";
import type { Place } from "./model.ts";
import { textWords } from "./words.ts";

/** A pasted cell with what it would do. */
export interface LookedCell {
  readonly place: Place;
  readonly text: string;
  /** 「1-1-1-1 訓練の参加率・令和9年度」. */
  readonly label: string;
  readonly before: string;
  /** Why it is not taken. */
  readonly fault: string | undefined;
  /** What is to be thought of though it is taken; "" mostly. */
  readonly warning: string;
}

interface PasteQuestionProps {
  readonly block: PastedBlock;
  readonly looked: readonly LookedCell[];
  /** The cells that are taken; none when the block is not. */
  readonly answer: (cells: readonly LookedCell[]) => void;
}

const shownAtMost = 200;

/** What pasting would change, and what cannot be taken, before anything is. */
export function PasteQuestion({ block, looked: all, answer }: PasteQuestionProps): ReactNode {
  const looked = all.filter(({ before, text }) => before !== text);
  const faulty = looked.filter(({ fault }) => fault !== undefined);
  const good = looked.filter(({ fault }) => fault === undefined);
  return (
    <QuestionDialog title="貼り付ける内容の確認" close={() => answer([])}>
      <p className="mt-2">
        変わる升目{good.length}、変わらない升目{all.length - looked.length}、入れられない升目{faulty.length}。
        {howLaid(block)}
      </p>
      {block.lost.length > 0 && <p className="mt-2">表に入らないもの：{block.lost.join("、")}</p>}
      <div className="table-frame grid-dialog-list" role="region" aria-label="貼り付ける内容" tabIndex={0}>
        <LookedTable looked={[...faulty, ...good].slice(0, shownAtMost)} />
      </div>
      {looked.length > shownAtMost && <p className="mt-2">ほかに{looked.length - shownAtMost}か所あります。</p>}
      <p className="actions mt-4">
        <button type="button" className="button" disabled={good.length === 0} onClick={() => answer(good)}>
          {good.length}か所に入れる
        </button>
        <button type="button" className="button button-secondary" onClick={() => answer([])}>
          やめる
        </button>
      </p>
    </QuestionDialog>
  );
}

function howLaid({ isByYear, isByName }: PastedBlock): string {
  const by = [isByName && "指標の番号・名前", isByYear && "年度の見出し"].filter((each) => each !== false);
  return by.length > 0 ? `${by.join("と")}で場所を決めました。` : "選んだ升目から順に入れます。";
}

function LookedTable({ looked }: { readonly looked: readonly LookedCell[] }): ReactNode {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">指標・年度</th>
          <th scope="col">いま</th>
          <th scope="col">貼り付ける値</th>
          <th scope="col">どうなるか</th>
        </tr>
      </thead>
      <tbody>
        {looked.map((cell) => (
          <tr key={cell.place}>
            <th scope="row">{cell.label}</th>
            <td>{textWords(cell.before)}</td>
            <td>{textWords(cell.text)}</td>
            <td>{whatBecomes(cell)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whatBecomes({ fault, warning }: LookedCell): string {
  if (fault !== undefined) return `入れません：${fault}`;
  return warning === "" ? "変わります" : `変わります（${warning}）`;
}
