import type { ReactNode } from "react";
import { assignTopics, deskTopic, mergeTopics, remindTopics, removeTopics } from "#domain/voices/index.ts";
import type { Result } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import type { Option } from "#web/ui/forms.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { showTopics } from "./topics-page.tsx";

interface TopicActsProps {
  readonly divisions: readonly Option[];
  readonly mayAssign: boolean;
}

/** What can be done with the ticked topics. */
export function TopicActs({ divisions, mayAssign }: TopicActsProps): ReactNode {
  return (
    <fieldset className="card mb-4 grid gap-3">
      <legend className="font-bold">選んだ同趣旨の意見を</legend>
      {mayAssign && (
        <div className="flex flex-wrap items-center gap-3">
          <select name="division" className="input max-w-md" aria-label="市の考え方を書く課">
            <option value="measure">それぞれの施策の主管課</option>
            {divisions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            <option value="none">（割り当てをやめる）</option>
          </select>
          <input type="date" name="dueOn" className="input input-short" aria-label="期限" />
          <button className="button button-secondary button-small" name="act" value="assign">
            課に割り当てる
          </button>
          <button className="button button-secondary button-small" name="act" value="remind">
            メールで催促する
          </button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <button className="button button-secondary button-small" name="act" value="merge">
          番号のいちばん小さいものへ統合する
        </button>
        <button className="button button-secondary button-small" name="act" value="remove">
          論点のないものを削除する
        </button>
      </div>
    </fieldset>
  );
}

/** Does with many topics what the board's form asks. */
export async function actOnTopics(visit: Visit): Promise<Response> {
  const { form, url } = visit;
  const back = text(form, "back").startsWith(addressOf.topics) ? text(form, "back") : addressOf.topics;
  const result = await act(visit, texts(form, "topic"));
  return result.ok
    ? onwards(back, "saved")
    : showTopics({ ...visit, query: new URL(back, url).searchParams }, result.refusal);
}

async function act({ ctx, form, signInDesk, request }: Visit, ids: readonly string[]): Promise<Result<unknown>> {
  switch (text(form, "act")) {
    case "assign": {
      const division = text(form, "division") === "none" ? null : text(form, "division");
      return assignTopics(ctx, { ids, division, dueOn: text(form, "dueOn") || null });
    }
    case "remind":
      return remindTopics(ctx, {
        ids,
        origin: signInDesk.originOf(request, ctx.municipality),
        path: "/staff/responses",
      });
    case "remove":
      return removeTopics(ctx, { ids });
    default: {
      const topics = await Promise.all(ids.map((id) => deskTopic(ctx, id)));
      const [first] = topics.sort((one, other) => one.number - other.number);
      return mergeTopics(ctx, { intoId: first?.id ?? "", ids });
    }
  }
}
