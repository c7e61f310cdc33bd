import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import type { PlanTreeProps } from "./plan-tree/protocol.ts";
import { TreeGrid } from "./plan-tree/tree-grid.tsx";
import { treeDesk, type TreeDesk } from "./plan-tree/tree-desk.ts";
import { treeServer } from "./plan-tree/tree-server.ts";
import type { TreeState } from "./plan-tree/tree-state.ts";
import { TreeToolbar } from "./plan-tree/tree-toolbar.tsx";
import { useAddress } from "./plan-tree/use-address.ts";
import { useUnsavedWarning } from "./plan-tree/use-unsaved-warning.ts";

/** The tree of a plan (施策体系), to be edited by mouse and by keyboard. Without script it is a tree of links. */
export function PlanTree(props: PlanTreeProps): ReactNode {
  const [desk] = useState(() =>
    treeDesk(
      props,
      treeServer(props.slug, (address, init) => fetch(address, init)),
    ),
  );
  const state = useSyncExternalStore(desk.store.subscribe, desk.store.read, desk.store.read);
  const isAlive = useSyncExternalStore(neverChanges, yes, no);
  useAddress(state, isAlive);
  useUnsavedWarning(state);
  const shared = useMemo(
    () => ({ slug: props.slug, levels: props.levels, mayShape: props.mayShape, desk }),
    [props, desk],
  );
  return (
    <div className={isAlive ? "tree tree-alive" : "tree"}>
      {isAlive && <TreeToolbar state={state} desk={desk} mayShape={props.mayShape} />}
      <TreeGrid state={state} shared={shared} isAlive={isAlive} label={`${props.planName}の体系`} />
      {isAlive && <RemovalNotice state={state} desk={desk} />}
      <p className="visually-hidden" aria-live="polite">
        <span key={state.said.count}>{state.said.text}</span>
      </p>
    </div>
  );
}

const neverChanges = () => () => {};
const yes = () => true;
const no = () => false;

/** What was removed a moment ago, with the way back beside it. Nothing waits for an answer. */
function RemovalNotice({ state, desk }: { readonly state: TreeState; readonly desk: TreeDesk }): ReactNode {
  const { removed } = state;
  if (!removed) return null;
  return (
    <div className="tree-notice">
      <p>「{removed.label}」を削除しました。</p>
      <button
        type="button"
        className="button button-secondary button-small"
        onClick={() => desk.run("undo", removed.id)}
      >
        元に戻す
      </button>
      <button
        type="button"
        className="button button-quiet button-small"
        onClick={() => desk.store.take({ type: "noticeClosed" })}
      >
        閉じる
      </button>
    </div>
  );
}
