import type { ReactNode } from "react";
import { faultOf, isLocked, textIn, type Filling, type GridState } from "./grid-state.ts";
import type { PastedBlock } from "./pasted.ts";
import { QuestionDialog } from "./question.tsx";
import { placeWords, textWords } from "./words.ts";

interface PasteQuestionProps {
  readonly state: GridState;
  readonly block: PastedBlock;
  /** The cells that are taken; none when the block is not. */
  readonly answer: (cells: readonly Filling[]) => void;
}

/** A pasted cell with what it would do. */
interface Looked extends Filling {
  readonly before: string;
  readonly fault: string | undefined;
}

const shownAtMost = 200;

/** What pasting would change, and what cannot be taken, before anything is. */
export function PasteQuestion({ state, block, answer }: PasteQuestionProps): ReactNode {
  const looked = block.cells.map((cell) => lookedAt(state, cell)).filter(({ before, text }) => before !== text);
  const faulty = looked.filter(({ fault }) => fault !== undefined);
  const good = looked.filter(({ fault }) => fault === undefined);
  return (
    <QuestionDialog title="貼り付ける内容の確認" close={() => answer([])}>
      <p className="mt-2">
        変わる升目{good.length}、変わらない升目{block.cells.length - looked.length}、入れられない升目{faulty.length}。
        {howLaid(block)}
      </p>
      {block.lost.length > 0 && <p className="mt-2">表に入らないもの：{block.lost.join("、")}</p>}
      <div className="table-frame grid-dialog-list" role="region" aria-label="貼り付ける内容" tabIndex={0}>
        <LookedTable state={state} looked={[...faulty, ...good].slice(0, shownAtMost)} />
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

function lookedAt(state: GridState, { place, text }: Filling): Looked {
  const before = textIn(state, place);
  if (before === text) return { place, text, before, fault: undefined };
  if (!state.model.at(place).row.mayEnter) return { place, text, before, fault: "ほかの課の指標です。" };
  if (isLocked(state, place)) return { place, text, before, fault: "確定した値です。訂正の画面で直せます。" };
  return { place, text, before, fault: faultOf(state, place, text)?.message };
}

function howLaid({ isByYear, isByName }: PastedBlock): string {
  const by = [isByName && "指標の番号・名前", isByYear && "年度の見出し"].filter((each) => each !== false);
  return by.length > 0 ? `${by.join("と")}で場所を決めました。` : "選んだ升目から順に入れます。";
}

function LookedTable({ state, looked }: { readonly state: GridState; readonly looked: readonly Looked[] }): ReactNode {
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
        {looked.map(({ place, before, text, fault }) => (
          <tr key={place}>
            <th scope="row">{placeWords(state, place)}</th>
            <td>{textWords(before)}</td>
            <td>{textWords(text)}</td>
            <td>{fault === undefined ? "変わります" : `入れません：${fault}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
