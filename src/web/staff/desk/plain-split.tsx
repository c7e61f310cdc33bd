import type { ReactNode } from "react";
import type { DeskPage, TopicSuggestion } from "#domain/voices/index.ts";
import type { DeskSplitProps } from "#web/islands/desk-split/protocol.ts";
import { Form } from "#web/ui/forms.tsx";

interface PlainSplitProps {
  readonly desk: DeskPage;
  readonly props: DeskSplitProps;
  readonly suggestions: readonly TopicSuggestion[];
}

/** Splitting where there is no script: sentences are ticked, and go together under a topic or out. */
export function PlainSplit({ desk, props, suggestions }: PlainSplitProps): ReactNode {
  const { text, state, acts, edition } = props;
  return (
    <div className="grid gap-8">
      <Form action={acts} className="card grid gap-3">
        <input type="hidden" name="edition" value={edition} />
        <fieldset>
          <legend className="font-bold">論点にする文（一つの論点になる文ごとに選びます）</legend>
          {state.left.map(({ start, end }) => (
            <label key={start} className="choice">
              <input type="checkbox" name="stretch" value={`${start} ${text.slice(start, end)}`} />
              <span>{text.slice(start, end)}</span>
            </label>
          ))}
          {state.left.length === 0 && <p>論点に入っていない文はありません。</p>}
        </fieldset>
        <TopicFields suggestions={suggestions} />
        <p className="actions">
          <button className="button" name="act" value="points">
            選んだ文を論点にする
          </button>
          <button className="button button-secondary" name="act" value="rest">
            残りの文をすべて論点にする
          </button>
          <button className="button button-secondary" name="act" value="exclude">
            選んだ文を対象外にする
          </button>
        </p>
      </Form>
      {desk.points.length > 0 && <PlainPoints desk={desk} acts={acts} suggestions={suggestions} />}
    </div>
  );
}

function TopicFields({ suggestions }: { readonly suggestions: readonly TopicSuggestion[] }): ReactNode {
  return (
    <>
      <label className="grid gap-1">
        まとめ先
        <select name="topic" className="input">
          <option value="">あとで決める</option>
          {suggestions.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {number} {title}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        新しいまとめ先をつくるときは、意見の概要
        <input name="newTopic" className="input" />
      </label>
      <label className="grid gap-1">
        対象外にするときは、その理由
        <input name="exclusion" className="input" />
      </label>
    </>
  );
}

function PlainPoints({
  desk,
  acts,
  suggestions,
}: Omit<PlainSplitProps, "props"> & { readonly acts: string }): ReactNode {
  const topics = new Map(desk.topics.map(({ id, number, title }) => [id, `${number} ${title}`]));
  return (
    <Form action={acts} className="card grid gap-3">
      <fieldset>
        <legend className="font-bold">この意見の論点</legend>
        {desk.points.map(({ id, version, quote, topicId, exclusion }) => (
          <label key={id} className="choice">
            <input type="checkbox" name="point" value={`${id}.${version}`} />
            <span>
              {quote}
              <span className="field-hint block">
                {exclusion ? `対象外：${exclusion}` : (topics.get(topicId ?? "") ?? "まとめ先は未定")}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <TopicFields suggestions={suggestions} />
      <p className="actions">
        <button className="button" name="act" value="assign">
          まとめ先を決める
        </button>
        <button className="button button-secondary" name="act" value="points-exclude">
          対象外にする
        </button>
        <button className="button button-secondary" name="act" value="restore">
          対象外をやめる
        </button>
        <button className="button button-secondary" name="act" value="remove">
          論点を取り消す
        </button>
      </p>
    </Form>
  );
}
