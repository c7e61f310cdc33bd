import type { ReactNode } from "react";
import {
  channelLabels,
  checkedCopies,
  countVoices,
  listDistricts,
  listOccasions,
  listVoices,
  mayKeepPersonalData,
  mayManageOccasions,
  mayOpenEntry,
  mayRedact,
  voiceStateLabels,
  voiceStates,
  wayLabels,
  type VoiceCounts,
  type VoiceLine,
  type VoiceList,
} from "#domain/voices/index.ts";
import { csvText } from "#export/csv.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField, type Option } from "#web/ui/forms.tsx";
import { ListFilter } from "#web/ui/list-filter.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as entryAddresses } from "../entry/addresses.ts";
import { addressOf } from "./addresses.ts";
import { listAddress, listChoice } from "./list-choice.ts";

const pageSize = 50;
const longestFile = 50_000; // lines: what a spreadsheet still opens with ease

/** The ledger (意見の台帳), narrowed by the address. */
export async function showLedger(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const { filter, order, after } = listChoice(query);
  const list = await listVoices(ctx, filter, { order, after, limit: pageSize });
  const counts = await countVoices(ctx, filter);
  return page(
    <StaffPage visit={visit} title="意見の台帳" wide>
      <LedgerLinks visit={visit} />
      <ListFilter
        action={addressOf.list}
        query={query}
        label="意見・論点の言葉"
        orders={{ newest: "番号の新しい順", oldest: "番号の古い順", received: "受付日の新しい順" }}
        unit="件"
        total={counts.total}
        shown={list.voices.length}
      >
        <Narrowing query={query} occasions={await occasionOptions(visit)} districts={await districtOptions(visit)} />
      </ListFilter>
      <StateLinks query={query} counts={counts} />
      {list.voices.length === 0 ? (
        <Empty title="当てはまる意見はありません">
          <p>条件を減らすか、言葉を短くしてください。意見は、募集や懇談会などで受け付けると、ここに並びます。</p>
        </Empty>
      ) : (
        <LedgerTable list={list} query={query} />
      )}
    </StaffPage>,
  );
}

function LedgerLinks({ visit }: { readonly visit: Visit }): ReactNode {
  const { actor } = visit.ctx;
  return (
    <p className="actions mb-6">
      {mayOpenEntry(actor) && <a href={entryAddresses.home}>紙・ファイルの意見を入れる</a>}
      {mayRedact(actor) && <a href={addressOf.redactions}>公開用の写し</a>}
      {mayKeepPersonalData(actor) && <a href={addressOf.keeping}>保存と廃棄</a>}
      {mayManageOccasions(actor) && <a href={addressOf.districts}>地区</a>}
      <a href={listAddress(`${addressOf.list}.csv`, visit.query)} className="button button-secondary button-small">
        CSVで保存する（氏名などを含みません）
      </a>
    </p>
  );
}

async function occasionOptions({ ctx }: Visit): Promise<Option[]> {
  return (await listOccasions(ctx)).map(({ id, title, channel }) => ({
    value: id,
    label: `${title}（${channelLabels[channel]}）`,
  }));
}

async function districtOptions({ ctx }: Visit): Promise<Option[]> {
  return (await listDistricts(ctx)).map(({ id, name }) => ({ value: id, label: name }));
}

function optionsOf(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

interface NarrowingProps {
  readonly query: URLSearchParams;
  readonly occasions: readonly Option[];
  readonly districts: readonly Option[];
}

function Narrowing({ query, occasions, districts }: NarrowingProps): ReactNode {
  const choice = (name: string, label: string, options: readonly Option[]) => (
    <SelectField name={name} label={label} blank="すべて" options={options} value={query.get(name) ?? ""} />
  );
  return (
    <div className="flex flex-wrap items-end gap-4 [&_.field]:mt-0 [&_select]:max-w-64">
      {choice("occasion", "聴取の機会", occasions)}
      {choice("channel", "経路", optionsOf(channelLabels))}
      {choice("way", "受付の方法", optionsOf(wayLabels))}
      {choice("state", "状態", optionsOf(voiceStateLabels))}
      {districts.length > 0 && choice("district", "地区", districts)}
      {choice("wish", "提出者の希望", [
        { value: "reply", label: "回答を希望" },
        { value: "private", label: "公開を希望しない" },
      ])}
      {choice("shown", "公開の扱い", [
        { value: "shown", label: "公開する" },
        { value: "hidden", label: "公開しない扱い" },
      ])}
    </div>
  );
}

function StateLinks({ query, counts }: { readonly query: URLSearchParams; readonly counts: VoiceCounts }): ReactNode {
  const there = voiceStates.filter((state) => (counts.byState.get(state) ?? 0) > 0);
  return (
    <ul className="list-plain mb-4 flex flex-wrap gap-x-6" aria-label="状態ごとの件数">
      {there.map((state) => (
        <li key={state}>
          <a href={listAddress(addressOf.list, query, { state })}>{voiceStateLabels[state]}</a>{" "}
          {counts.byState.get(state)}件
        </li>
      ))}
    </ul>
  );
}

function LedgerTable({ list, query }: { readonly list: VoiceList; readonly query: URLSearchParams }): ReactNode {
  return (
    <>
      <TableFrame label="意見の台帳">
        <table className="table">
          <caption className="visually-hidden">意見の台帳</caption>
          <thead>
            <tr>
              <th scope="col">番号</th>
              <th scope="col">意見</th>
              <th scope="col">聴取の機会</th>
              <th scope="col">受付</th>
              <th scope="col">状態</th>
              <th scope="col" className="number">
                論点
              </th>
            </tr>
          </thead>
          <tbody>
            {list.voices.map((voice) => (
              <LedgerRow key={voice.id} voice={voice} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {list.next !== null && (
        <p className="mt-4">
          <a
            className="button button-secondary"
            href={listAddress(addressOf.list, query, { after: String(list.next) })}
          >
            次の{pageSize}件
          </a>
        </p>
      )}
    </>
  );
}

function LedgerRow({ voice }: { readonly voice: VoiceLine }): ReactNode {
  return (
    <tr>
      <th scope="row" className="number">
        <a href={addressOf.voice(voice.number)}>{voice.number}</a>
      </th>
      <td className="min-w-72">
        {voice.beginning ?? "（廃棄済み）"}
        <span className="mt-1 flex flex-wrap gap-2">
          {voice.alike > 1 && <Badge tone="caution">同じ文面 {voice.alike}件</Badge>}
          {voice.isHidden && <Badge tone="bad">公開しない扱い</Badge>}
          {!voice.wishesPublication && <Badge>公開を希望しない</Badge>}
          {voice.wishesReply && <Badge>回答を希望</Badge>}
        </span>
      </td>
      <td className="min-w-40">
        {voice.occasionTitle}
        <span className="block text-[0.875rem] text-solid-gray-700">{channelLabels[voice.channel]}</span>
      </td>
      <td className="whitespace-nowrap">
        {warekiDate(tokyoDay(voice.receivedAt))}
        <span className="block text-[0.875rem] text-solid-gray-700">{wayLabels[voice.way]}</span>
      </td>
      <td className="whitespace-nowrap">{voiceStateLabels[voice.state]}</td>
      <td className="number">
        {voice.points}
        {voice.waiting > 0 && <span className="block text-[0.875rem] text-solid-gray-700">残り{voice.waiting}</span>}
      </td>
    </tr>
  );
}

/** The list as CSV: no sender, and the words only from copies that two people looked at. */
export async function saveLedger({ ctx, query }: Visit): Promise<Response> {
  const { filter, order } = listChoice(query);
  const { voices } = await listVoices(ctx, filter, { order, limit: longestFile });
  const copies = await checkedCopies(
    ctx,
    voices.map(({ id }) => id),
  );
  const head = [
    "番号",
    "聴取の機会",
    "経路",
    "受付の方法",
    "受付日",
    "状態",
    "論点の数",
    "まとめ先の決まっていない論点",
    "同じ文面の件数",
  ];
  const wishes = ["回答希望", "公開希望", "公開しない扱い", "意見（公開用の写し。二人が確かめたものだけ）"];
  const rows = voices.map((voice) => [
    voice.number,
    voice.occasionTitle,
    channelLabels[voice.channel],
    wayLabels[voice.way],
    tokyoDay(voice.receivedAt),
    voiceStateLabels[voice.state],
    voice.points,
    voice.waiting,
    voice.alike,
    voice.wishesReply ? "希望" : "",
    voice.wishesPublication ? "希望" : "希望しない",
    voice.isHidden ? "公開しない" : "",
    copies.get(voice.id) ?? "",
  ]);
  return download(csvText([[...head, ...wishes], ...rows]), "意見の台帳.csv", "text/csv; charset=utf-8");
}
