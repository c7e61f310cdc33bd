import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import {
  deskInbox,
  openVoices,
  splitStateLabels,
  splitStates,
  type InboxRow,
  type Occasion,
  type SplitState,
} from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { SelectField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame, type Tone } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { DeskFrame } from "./parts.tsx";
import { deskScene, occasionOptions, type DeskScene } from "./scene.ts";

const perPage = 50;

export type InboxState = SplitState | "open";

/** Which voices the inbox shows: those that are not done with, unless told. */
export function inboxState(query: URLSearchParams): InboxState | undefined {
  const asked = query.get("state") ?? "open";
  return asked === "open" ? "open" : splitStates.find((state) => state === asked);
}

/** The voices to split (仕分けの受信箱). */
export async function showInbox(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const scene = await deskScene(ctx, query);
  const occasion = scene && (scene.occasion ?? (await firstOpen(ctx, scene)));
  const state = inboxState(query);
  const after = Number(query.get("after")) || 0;
  const found = occasion ? await deskInbox(ctx, { occasionId: occasion.id, state, after, limit: perPage + 1 }) : [];
  const rows = found.slice(0, perPage);
  const next = found.length > perPage ? rows.at(-1)?.number : undefined;
  const chosen = { occasion: occasion?.id, state: query.get("state") ?? undefined };
  return page(
    <DeskFrame visit={visit} title="意見を分ける" scene={scene}>
      {scene && <Filters scene={scene} occasionId={occasion?.id ?? ""} state={query.get("state") ?? "open"} />}
      {rows.length === 0 ? (
        <Empty title={state === "open" ? "仕分けの残っている意見はありません" : "当てはまる意見はありません"}>
          <p>ほかの機会や「すべて」を選ぶと、仕分け済みの意見も見られます。</p>
        </Empty>
      ) : (
        <InboxTable rows={rows} state={query.get("state") ?? undefined} />
      )}
      {next !== undefined && (
        <p className="mt-4">
          <a className="button button-secondary" href={withQuery(addressOf.inbox, { ...chosen, after: String(next) })}>
            次の{perPage}件
          </a>
        </p>
      )}
    </DeskFrame>,
  );
}

/** Where there is something to do, unless told; else the newest. */
async function firstOpen(ctx: Ctx, { occasions }: DeskScene): Promise<Occasion | undefined> {
  const open = await openVoices(ctx, occasions);
  return occasions.find(({ id }) => open.has(id)) ?? occasions[0];
}

interface FiltersProps {
  readonly scene: DeskScene;
  readonly occasionId: string;
  readonly state: string;
}

function Filters({ scene, occasionId, state }: FiltersProps): ReactNode {
  const states = splitStates.map((value) => ({ value, label: splitStateLabels[value] }));
  return (
    <form action={addressOf.inbox} className="mb-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField name="occasion" label="聴取の機会" options={occasionOptions(scene.occasions)} value={occasionId} />
      <SelectField
        name="state"
        label="状態"
        options={[{ value: "open", label: "仕分けの残っているもの" }, ...states, { value: "all", label: "すべて" }]}
        value={state}
      />
      <button className="button button-secondary">絞り込む</button>
    </form>
  );
}

const tones: Readonly<Record<SplitState, Tone>> = {
  untouched: "plain",
  partly: "caution",
  lost: "bad",
  waiting: "caution",
  done: "good",
};

function InboxTable({
  rows,
  state,
}: {
  readonly rows: readonly InboxRow[];
  readonly state: string | undefined;
}): ReactNode {
  return (
    <TableFrame label="仕分ける意見">
      <table className="table">
        <caption>届いた順。番号を押すと、文を論点に分けるページが開きます。</caption>
        <thead>
          <tr>
            <th scope="col">番号</th>
            <th scope="col">届いた日</th>
            <th scope="col">書き出し</th>
            <th scope="col">状態</th>
            <th scope="col">論点</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="whitespace-nowrap">
                <a href={withQuery(addressOf.voice(row.id), { state })}>意見{row.number}</a>
              </th>
              <td className="whitespace-nowrap">{warekiDate(tokyoDay(row.receivedAt))}</td>
              <td className="min-w-64">{row.beginning}</td>
              <td>
                <Badge tone={tones[row.state]}>{splitStateLabels[row.state]}</Badge>
              </td>
              <td className="number whitespace-nowrap">
                {row.points}
                {row.waiting > 0 && `（うち未定${row.waiting}）`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
