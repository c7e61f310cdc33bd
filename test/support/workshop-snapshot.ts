import type { ConsultationSnapshot, WorkshopDetail } from "#domain/consultations/published.ts";

/** A note of the sample workshop. */
function note(words: string, place: { readonly round: number; readonly table: string; readonly votes?: number }) {
  return { words, voiceNumber: 1, votes: 0, ...place };
}

const place = { place: "中央公民館", directions: "", begins: "13:30", ends: "15:30" };

/** A published workshop: two rounds that were, one to come, one heading of two with its answer. */
export function publishedWorkshop(
  detail: Partial<WorkshopDetail> = {},
): ConsultationSnapshot & { readonly detail: WorkshopDetail } {
  return {
    occasionId: "01900000-0000-7000-8000-000000000901",
    slug: "future",
    title: "みらいワークショップ",
    summary: "10年後のまちを、いっしょに考えます。",
    plan: { slug: "second-half", name: "みほん市総合計画" },
    opensOn: "2026-11-01",
    closesOn: "2027-01-31",
    periodChanges: [],
    contact: { division: "企画部企画課", phone: "0000-12-3101", email: "", words: "" },
    detail: {
      kind: "workshop",
      purpose: "住む人、働く人、学ぶ人が、10年後のまちをいっしょに考えます。",
      eligibility: "市内に住む人、働く人、学ぶ人",
      howToApply: "",
      nextSteps: "出された意見は、素案に生かします。",
      rounds: [
        {
          ...place,
          id: "one",
          number: 1,
          theme: "まちのよいところ",
          heldOn: "2026-11-14",
          summary: "川と里山の近さを「宝物」とする声がありました。",
          people: 24,
          tables: [
            { name: "1班", people: 12, summary: "川沿いの散歩道が自慢です。" },
            { name: "2班", people: 12, summary: "夜のバスがなくて困ります。" },
          ],
        },
        {
          ...place,
          id: "two",
          number: 2,
          theme: "10年後のくらし",
          heldOn: "2026-12-05",
          summary: "",
          people: 20,
          tables: [{ name: "1班", people: 20, summary: "" }],
        },
        { ...place, id: "three", number: 3, theme: "発表", heldOn: "2027-01-16", summary: "", people: 0, tables: [] },
      ],
      headings: [
        {
          topicId: "01900000-0000-7000-8000-000000000911",
          topicNumber: 12,
          title: "歩きたくなる川と駅前",
          notes: [
            note("川沿いにベンチがほしい", { round: 1, table: "1班", votes: 5 }),
            note("駅前の木陰を増やす", { round: 1, table: "2班" }),
            note("川で子どもが遊べるように", { round: 2, table: "1班", votes: 3 }),
          ],
          withheld: 2,
          answer: {
            category: "反映する",
            content: "川沿いの休憩場所を、素案に書き加えました。",
            body: "策定委員会",
            decidedOn: "2026-11-26",
          },
        },
        {
          topicId: "01900000-0000-7000-8000-000000000912",
          topicNumber: 13,
          title: "夜と休日の移動の足",
          notes: [note("夜8時台のバス", { round: 1, table: "2班", votes: 6 })],
          withheld: 0,
          answer: null,
        },
      ],
      loose: { notes: [], withheld: 0 },
      excluded: 1,
      ...detail,
    },
  };
}
