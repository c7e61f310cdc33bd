import { usualQuestions, type RoundWords } from "#domain/consultations/index.ts";

/** What every round of the sample city says alike, as its rule for public comments would. */
export const usualRound: RoundWords = {
  purpose: "",
  eligibility: "市内に住む人・働く人・学ぶ人、市内に事務所や事業所のある人・団体、利害関係のある人",
  methods: "市のホームページ、電子メール、郵送、ファックス、窓口への持参のどれでも出せます。電話では受け付けません。",
  destination: "〒000-0000 みほん市中央一丁目1番1号　みほん市役所 企画課　ファックス0000-12-3100　kikaku@mihon.example",
  notes: "個別の回答はしません。同じ趣旨の意見をまとめて、市の考え方を公表します。氏名や連絡先は公表しません。",
  publicationWay: "意見の概要と市の考え方を、市のホームページと企画課の窓口で公表します。",
  viewingPlaces: "市のホームページ、市役所1階の情報コーナー、各公民館",
  shortPeriodReason: "",
  acceptsWeb: true,
  acceptsFiles: true,
  questions: usualQuestions,
};
