import type { ReactNode } from "react";
import { facetLabel, type Difference, type FacetChange, type ImportPlan } from "#domain/plan/index.ts";
import { Notice, TableFrame } from "#web/ui/parts.tsx";

type Titles = ReadonlyMap<string, string>;

/** One line of what changes: of what, which part, from what to what. */
interface ChangeLine extends FacetChange {
  readonly id: string;
  readonly name: string;
}

function linesOf({ changedNodes, changedIndicators }: Difference): ChangeLine[] {
  const nodes = changedNodes.flatMap(({ id, present, facets }) =>
    facets.map((facet) => ({ ...facet, id, name: present.content.title })),
  );
  const indicators = changedIndicators.flatMap(({ id, present, facets }) =>
    facets.map((facet) => ({ ...facet, id, name: present.content.name })),
  );
  return [...nodes, ...indicators];
}

/** A place in the tree is compared by id; people read its title. */
function words({ facet }: FacetChange, text: string, titles: Titles): string {
  if (facet !== "parent" && facet !== "node") return text || "（空）";
  if (text === "") return "（いちばん上）";
  return text.startsWith("new:") ? (text.split("/").at(-1) ?? "") : (titles.get(text) ?? "");
}

/** Edited in the plan and changed in the sheet: the clerk chooses. */
export function Conflicts({
  difference,
  titles,
  keep,
}: {
  readonly difference: Difference;
  readonly titles: Titles;
  readonly keep: readonly string[];
}): ReactNode {
  const conflicts = linesOf(difference).filter(({ isConflict }) => isConflict);
  if (conflicts.length === 0) return null;
  return (
    <section>
      <h2 className="text-[1.25rem]">どちらを残しますか（{conflicts.length}件）</h2>
      <Notice tone="caution">
        <p>前の取込みの後に計画で直したところが、表でも変わっています。</p>
      </Notice>
      {conflicts.map((line) => {
        const id = `${line.id}/${line.facet}`;
        return (
          <fieldset key={id} className="card my-3 max-w-3xl">
            <legend className="float-left w-full font-bold">
              {line.name}：{facetLabel(line.facet)}
            </legend>
            <input type="hidden" name="conflict" value={id} />
            <label className="choice clear-both">
              <input type="radio" name={`conflict-${id}`} value="sheet" defaultChecked={!keep.includes(id)} />
              <span>
                表の内容にする：<ins className="change-added">{words(line, line.to, titles)}</ins>
              </span>
            </label>
            <label className="choice">
              <input type="radio" name={`conflict-${id}`} value="plan" defaultChecked={keep.includes(id)} />
              <span>計画の内容を残す：{words(line, line.from, titles)}</span>
            </label>
          </fieldset>
        );
      })}
    </section>
  );
}

const shownLines = 300;

/** What changes, old beside new. */
export function Changes({
  difference,
  titles,
}: {
  readonly difference: Difference;
  readonly titles: Titles;
}): ReactNode {
  const lines = linesOf(difference).filter(({ isConflict }) => !isConflict);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-[1.25rem]">変わるところ（{lines.length}か所）</h2>
      <TableFrame label="変わるところ">
        <table className="table">
          <caption className="visually-hidden">変わるところ</caption>
          <thead>
            <tr>
              <th scope="col">項目・指標</th>
              <th scope="col">どこが</th>
              <th scope="col">今の計画</th>
              <th scope="col">取り込んだ後</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shownLines).map((line) => (
              <tr key={`${line.id}/${line.facet}`}>
                <th scope="row">{line.name}</th>
                <td>{facetLabel(line.facet)}</td>
                <td>
                  <del className="change-removed">{words(line, line.from, titles)}</del>
                </td>
                <td>
                  <ins className="change-added">{words(line, line.to, titles)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {lines.length > shownLines && <p>初めの{shownLines}か所です。</p>}
    </section>
  );
}

/** In the plan and not in the sheet: nothing is removed unless it is ticked. */
export function Missing({
  difference,
  titles,
  remove,
}: {
  readonly difference: Difference;
  readonly titles: Titles;
  readonly remove: readonly string[];
}): ReactNode {
  const { missingNodes, missingIndicators } = difference;
  const gone = new Set(missingNodes.map(({ id }) => id));
  const lone = missingIndicators.filter(({ nodeId }) => !gone.has(nodeId));
  const below = new Map<string, number>();
  for (const { nodeId } of missingIndicators) below.set(nodeId, (below.get(nodeId) ?? 0) + 1);
  if (missingNodes.length + lone.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-[1.25rem] font-bold">表にないもの（{missingNodes.length + lone.length}件）</legend>
      <p className="field-hint">
        計画にあって、この表にないものです。印を付けたものだけを計画から削除します。何も付けなければ残ります。
      </p>
      {missingNodes.map(({ id, content }) => (
        <Removal
          key={id}
          id={id}
          isChosen={remove.includes(id)}
          label={`${content.code === "" ? "" : `${content.code} `}${content.title}${below.has(id) ? `（指標${below.get(id)}件を含む）` : ""}`}
        />
      ))}
      {lone.map(({ id, nodeId, content }) => (
        <Removal
          key={id}
          id={id}
          isChosen={remove.includes(id)}
          label={`指標「${content.name}」（${titles.get(nodeId) ?? ""}）`}
        />
      ))}
    </fieldset>
  );
}

function Removal({
  id,
  label,
  isChosen,
}: {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
}): ReactNode {
  return (
    <label className="choice !min-h-9">
      <input type="checkbox" name="remove" value={id} defaultChecked={isChosen} />
      <span>計画から削除する：{label}</span>
    </label>
  );
}

interface AddedProps {
  readonly difference: Difference;
  readonly levels: readonly { readonly depth: number; readonly name: string }[];
  readonly read: ImportPlan;
}

/** What is new, in the order of the sheet. */
export function AddedList({ difference, levels, read }: AddedProps): ReactNode {
  const { addedNodes, addedIndicators } = difference;
  if (addedNodes.length + addedIndicators.length === 0) return null;
  const homes = new Map(read.nodes.map((node) => [node.key, node.title]));
  const isWhole = addedNodes.length === read.nodes.length;
  return (
    <details open={!isWhole}>
      <summary className="text-[1.25rem] font-bold">
        新しく加わるもの（{addedNodes.length + addedIndicators.length}件）
      </summary>
      {isWhole && <p className="mt-2">表のすべての項目です。下の「表から読み取った体系」で確かめられます。</p>}
      <ul className="mt-2 list-disc pl-6">
        {addedNodes.slice(0, shownLines).map((node) => (
          <li key={node.key}>
            {levels.find(({ depth }) => depth === node.depth)?.name}「{node.code} {node.title}」
          </li>
        ))}
        {addedIndicators.slice(0, shownLines).map((indicator) => (
          <li key={`${indicator.row}-${indicator.name}`}>
            指標「{indicator.name}」（{homes.get(indicator.nodeKey)}）
          </li>
        ))}
      </ul>
    </details>
  );
}
