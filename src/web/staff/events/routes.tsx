import {
  actLabel,
  countEvents,
  eventChoices,
  listEvents,
  mayReadEvents,
  record,
  verifyAndRecord,
  type ChainReport,
  type EventRow,
} from "#domain/audit/index.ts";
import { momentWords, peopleNames } from "#domain/identity/index.ts";
import { csvText } from "#export/csv.ts";
import { enqueueJob } from "#platform/jobs/index.ts";
import { download, onwards, page } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { actorWords, EventsPage } from "./events-page.tsx";
import { namesIn } from "./reference-words.ts";
import { eventFilter, filterWords } from "./filter.ts";

export const eventRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/events", may: mayReadEvents, handle: (visit) => showEvents(visit) },
  { method: "get", path: "/staff/events.csv", may: mayReadEvents, handle: saveEvents },
  { method: "post", path: "/staff/events/verifications", may: mayReadEvents, handle: verify },
];

const pageSize = 100;
const longestFile = 100_000; // lines of one CSV file: what a spreadsheet still opens with ease
const quickChain = 20_000; // events; more take longer than a person should wait for a page

async function showEvents(visit: Visit, report?: ChainReport): Promise<Response> {
  const words = filterWords(visit.query);
  const events = await listEvents(visit.ctx, eventFilter(words), pageSize + 1);
  const shown = events.slice(0, pageSize);
  const next = events.length > pageSize ? shown.at(-1)?.sequence : undefined;
  const { acts, actorIds } = await eventChoices(visit.ctx);
  const people = await peopleNames(visit.ctx, actorIds);
  const total = await countEvents(visit.ctx);
  return page(
    <EventsPage
      visit={visit}
      words={words}
      events={shown}
      total={total}
      acts={acts}
      people={people}
      names={await namesIn(visit.ctx, shown)}
      next={next}
      report={report}
    />,
  );
}

async function saveEvents({ ctx, query }: Visit): Promise<Response> {
  const events = await listEvents(ctx, eventFilter(filterWords(query)), longestFile);
  const names = await peopleNames(
    ctx,
    events.flatMap((event) => event.actorId ?? []),
  );
  const head = ["番号", "日時", "人", "操作", "操作の種別", "対象", "要求番号", "ハッシュ"];
  return download(
    csvText([head, ...events.map((event) => line(event, names))]),
    `操作の記録_${ctx.clock.today()}.csv`,
    "text/csv; charset=utf-8",
  );
}

function line(event: EventRow, names: ReadonlyMap<string, string>): (string | number)[] {
  const { sequence, occurredAt, act, reference, requestId, hash } = event;
  return [
    sequence,
    momentWords(occurredAt),
    actorWords(event, names),
    actLabel(act),
    act,
    JSON.stringify(reference),
    requestId,
    hash,
  ];
}

async function verify(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  if ((await countEvents(ctx)) <= quickChain) return showEvents(visit, await verifyAndRecord(ctx));
  const requestedBy = ctx.actor.kind === "person" ? ctx.actor.id : undefined;
  const id = await ctx.transaction(async (tx) => {
    const job = await enqueueJob(tx, {
      municipalityCode: ctx.municipality.code,
      kind: "audit.verify",
      payload: {},
      requestedBy,
    });
    await record(tx, ctx, "audit.verificationRequested", { jobId: job });
    return job;
  });
  return onwards(`/staff/jobs/${id}`);
}
