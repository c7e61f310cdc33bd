import type { ReactNode } from "react";
import { divisionsOn } from "#domain/identity/index.ts";
import { channelLabels, deskProgress, type TopicTally, type VoiceTally } from "#domain/voices/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { DeskFrame } from "./parts.tsx";
import { deskScene } from "./scene.ts";

/** How far sorting and answering is: by occasion, by division, by channel. */
export async function showProgress(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const scene = await deskScene(ctx, query);
  if (!scene)
    return page(
      <DeskFrame visit={visit} title="進みぐあい" scene={scene}>
        {null}
      </DeskFrame>,
    );
  const plan = scene.plan.id;
  const progress = await deskProgress(ctx, plan);
  const divisions = new Map((await divisionsOn(ctx, ctx.clock.today())).map(({ id, path }) => [id, path]));
  const topicsOf = (values: Record<string, string>) => withQuery(addressOf.topics, { plan, ...values });
  const occasions = progress.occasions.map(({ occasion, ...tally }) => ({
    key: occasion.id,
    label: <a href={withQuery(addressOf.inbox, { occasion: occasion.id })}>{occasion.title}</a>,
    tally,
  }));
  const channels = progress.channels.map(({ channel, ...tally }) => ({
    key: channel,
    label: channelLabels[channel],
    tally,
  }));
  const owners = progress.divisions.map(({ divisionId, ...tally }) => ({
    key: divisionId ?? "none",
    label:
      divisionId === null ? (
        <a href={topicsOf({ state: "unasked" })}>（割り当てていないもの）</a>
      ) : (
        <a href={topicsOf({ division: divisionId })}>{divisions.get(divisionId) ?? "廃止された課"}</a>
      ),
    tally,
  }));
  return page(
    <DeskFrame visit={visit} title="進みぐあい" scene={scene}>
      <TallyTable caption="聴取の機会ごと" rows={occasions} columns={[...voiceColumns, ...topicColumns]} />
      <TallyTable caption="課ごと" rows={owners} columns={topicColumns} />
      <TallyTable caption="経路ごと" rows={channels} columns={[...voiceColumns, ...topicColumns]} />
    </DeskFrame>,
  );
}

interface Column<T> {
  readonly heading: string;
  readonly cell: (tally: T) => ReactNode;
}

const voiceColumns: readonly Column<VoiceTally>[] = [
  { heading: "意見", cell: ({ voices }) => voices },
  { heading: "未仕分け", cell: ({ unsplit }) => unsplit },
  { heading: "論点", cell: ({ points }) => points },
  { heading: "まとめ先未定", cell: ({ waiting }) => waiting },
  { heading: "いちばん古い残り", cell: ({ oldestOn }) => (oldestOn === null ? "−" : warekiDate(oldestOn)) },
];

const topicColumns: readonly Column<TopicTally>[] = [
  { heading: "同趣旨の意見", cell: ({ topics }) => topics },
  { heading: "回答案なし", cell: ({ unanswered }) => unanswered },
  { heading: "作成中", cell: ({ drafted }) => drafted },
  { heading: "企画が確認", cell: ({ submitted }) => submitted },
  { heading: "決定", cell: ({ decided }) => decided },
  {
    heading: "期限切れ",
    cell: ({ overdue }) => (overdue > 0 ? <strong className="text-red-900">{overdue}</strong> : 0),
  },
  { heading: "最も早い期限", cell: ({ firstDueOn }) => (firstDueOn === null ? "−" : warekiDate(firstDueOn)) },
];

interface TallyTableProps<T> {
  readonly caption: string;
  readonly rows: readonly { readonly key: string; readonly label: ReactNode; readonly tally: T }[];
  readonly columns: readonly Column<T>[];
}

function TallyTable<T>({ caption, rows, columns }: TallyTableProps<T>): ReactNode {
  return (
    <section className="mb-8">
      <TableFrame label={caption}>
        <table className="table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">区分</th>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col" className="number">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, tally }) => (
              <tr key={key}>
                <th scope="row" className="min-w-48">
                  {label}
                </th>
                {columns.map(({ heading, cell }) => (
                  <td key={heading} className="number whitespace-nowrap">
                    {cell(tally)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
