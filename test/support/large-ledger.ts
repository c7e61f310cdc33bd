import type pg from "pg";
import { sha256 } from "#kernel/canonical-json.ts";
import { folded } from "#kernel/folding.ts";
import { newId } from "#kernel/id.ts";

/** A ledger as large as a busy round, put in set by set: the acts of the desk would take hours for it. */
export interface LargeLedger {
  readonly voices: number;
  readonly pointsEach: number;
  readonly topics: number;
}

const places = [
  "駅前",
  "小学校",
  "中央公園",
  "市立図書館",
  "国道",
  "病院",
  "商店街",
  "川沿い",
  "団地",
  "体育館",
  "農地",
  "観光地",
];
const things = [
  "バスの便",
  "街灯",
  "駐輪場",
  "遊び場",
  "案内板",
  "歩道",
  "避難所",
  "トイレ",
  "ごみ置き場",
  "予約のしくみ",
  "桜並木",
];
const wishes = [
  "増やしてほしい",
  "直してほしい",
  "残してほしい",
  "見直してほしい",
  "夜も使えるようにしてほしい",
  "続けてほしい",
  "知らせてほしい",
];

/** The words of the nth point: no two of the first 900 or so are alike, and many are much alike, as in a real round. */
export function wordsOfPoint(n: number): string {
  const [place, thing, wish] = [places[n % 12], things[(n * 7) % 11], wishes[(n * 5) % 7]];
  return `${place}の${thing}を${wish}と、${(n % 83) + 20}年前から思っています。`;
}

/** Fills an occasion with voices, their points and topics. Two in three points have a topic, and every tenth is left out. */
export async function fillLedger(
  pool: pg.Pool,
  { schema, occasionId, planId }: { readonly schema: string; readonly occasionId: string; readonly planId: string },
  { voices, pointsEach, topics }: LargeLedger,
): Promise<void> {
  const topicIds = Array.from({ length: topics }, newId);
  await pool.query(
    `insert into "${schema}".topic (id, plan_id, number, title, saved_at)
     select id, $2, 1000 + place, '意見の概要その' || place, now() from unnest($1::uuid[]) with ordinality as topic(id, place)`,
    [topicIds, planId],
  );
  const batch = 500;
  for (let first = 0; first < voices; first += batch)
    await fillVoices(
      pool,
      { schema, occasionId },
      { first, count: Math.min(batch, voices - first), pointsEach, topicIds },
    );
  await pool.query(`analyze "${schema}".voice, "${schema}".voice_text, "${schema}".point, "${schema}".topic`);
}

interface Batch {
  readonly first: number;
  readonly count: number;
  readonly pointsEach: number;
  readonly topicIds: readonly string[];
}

async function fillVoices(
  pool: pg.Pool,
  { schema, occasionId }: { readonly schema: string; readonly occasionId: string },
  { first, count, pointsEach, topicIds }: Batch,
): Promise<void> {
  const voices = Array.from({ length: count }, (_, index) => {
    const from = (first + index) * pointsEach;
    const parts = Array.from({ length: pointsEach }, (_part, place) => wordsOfPoint(from + place));
    return { id: newId(), number: 100_000 + first + index, parts, text: parts.join("") };
  });
  const ids = voices.map(({ id }) => id);
  const texts = voices.map(({ text }) => text);
  const hashes = texts.map(sha256);
  await pool.query(
    `insert into "${schema}".voice (id, number, occasion_id, way, received_at, likeness)
     select id, number, $4, 'web', timestamptz '2026-11-20 09:00+09', hash
     from unnest($1::uuid[], $2::integer[], $3::text[]) as voice(id, number, hash)`,
    [ids, voices.map(({ number }) => number), hashes, occasionId],
  );
  await pool.query(
    `insert into "${schema}".voice_text (voice_id, edition, content, folded, content_hash, entered_at)
     select id, 1, text, folded, hash, now()
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as voice(id, text, folded, hash)`,
    [ids, texts, texts.map(folded), hashes],
  );
  const points = voices.flatMap(({ id, parts }, voice) =>
    parts.map((quote, place) => ({ id, quote, position: place * 40, n: (first + voice) * pointsEach + place })),
  );
  await pool.query(
    `insert into "${schema}".point (id, voice_id, position, quote, folded, topic_id, exclusion, saved_at)
     select * , timestamptz '2026-11-21 09:00+09'
     from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::uuid[], $7::text[])`,
    [
      points.map(() => newId()),
      points.map(({ id }) => id),
      points.map(({ position }) => position),
      points.map(({ quote }) => quote),
      points.map(({ quote }) => folded(` ${quote}`)),
      points.map(({ n }) => (n % 3 === 0 || n % 10 === 1 ? null : (topicIds[n % topicIds.length] ?? null))),
      points.map(({ n }) => (n % 10 === 1 && n % 3 !== 0 ? "計画の対象ではない" : "")),
    ],
  );
}
