import { useState, type FormEvent, type ReactNode } from "react";
import { keyList } from "./keys.ts";
import type { Match } from "./protocol.ts";
import type { TreeDesk } from "./tree-desk.ts";
import type { TreeState } from "./tree-state.ts";
import { words } from "./words.ts";

interface TreeToolbarProps {
  readonly state: TreeState;
  readonly desk: TreeDesk;
  readonly mayShape: boolean;
}

/** What concerns the whole tree: adding, undoing, finding, and when it was saved. */
export function TreeToolbar({ state, desk, mayShape }: TreeToolbarProps): ReactNode {
  const general = state.refusal?.id === null ? state.refusal : undefined;
  return (
    <div className="tree-tools">
      <div className="actions">
        {mayShape && (
          <button type="button" className="button button-small" onClick={desk.addAtEnd}>
            追加する
          </button>
        )}
        {mayShape && (
          <button type="button" className="button button-secondary button-small" onClick={() => desk.run("undo", "")}>
            元に戻す
          </button>
        )}
        <Finder desk={desk} />
        <p className="tree-saved">
          {state.savedAt === null ? "変更はすぐに保存されます" : `保存済み ${state.savedAt}`}
        </p>
      </div>
      {general && (
        <p className="tree-refusal">
          {general.message}
          {general.remedy}
        </p>
      )}
      <details>
        <summary>キー操作</summary>
        <dl className="tree-keys">
          {keyList.map(({ keys, act }) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{act}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** Finds nodes by name or code and goes to one: the path to it opens. */
function Finder({ desk }: { readonly desk: TreeDesk }): ReactNode {
  const [matches, setMatches] = useState<readonly Match[] | null>(null);
  const search = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get("q");
    setMatches(typeof query === "string" && query.trim() !== "" ? await desk.find(query) : null);
  };
  const choose = (match: Match) => {
    setMatches(null);
    desk.goTo(match);
  };
  return (
    <form
      role="search"
      aria-label="体系の中"
      className="tree-finder"
      onSubmit={(event) => void search(event)}
      onKeyDown={(event) => event.key === "Escape" && setMatches(null)}
    >
      <input
        type="search"
        name="q"
        className="input"
        aria-label="この計画の中を探す"
        placeholder="この計画の中を探す"
        autoComplete="off"
      />
      <button className="button button-secondary button-small">探す</button>
      {matches && (
        <ul className="tree-matches list-plain" aria-live="polite">
          {matches.length === 0 && <li>{words.nothingFound}</li>}
          {matches.map((match) => (
            <li key={match.id}>
              <button type="button" onClick={() => choose(match)}>
                {match.code} {match.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
