import type { Refusal } from "#kernel/result.ts";

export const workshopRefusals = {
  roundStale: {
    code: "stale",
    message: "ほかの人が、この回を先に直しました。",
    remedy: "いまの内容を確かめてから、もう一度直してください。",
  },
  periodFixed: {
    code: "periodFixed",
    message: "開く日が、ワークショップの期間の外になる回があります。",
    remedy: "先に回の日を直すか、期間を広げてください。",
    fields: { opensOn: "すべての回の日を含む期間にしてください。" },
  },
  roundHasNotes: {
    code: "roundHasNotes",
    message: "付箋のある回は、取り消せません。",
    remedy: "まだ台帳に入れていない付箋だけのときは、付箋を消してから取り消してください。",
  },
  tableHasNotes: {
    code: "tableHasNotes",
    message: "付箋のある班は、消せません。",
    remedy: "名前を入れ直すか、付箋を消してから、班を消してください。",
  },
  tableGone: {
    code: "tableGone",
    message: "その班は、この回にありません。",
    remedy: "ページを開き直して、班を選び直してください。",
  },
  tooManyTables: {
    code: "tooManyTables",
    message: "班が多すぎます。",
    remedy: "1回に50班までにしてください。",
  },
  tableTwice: {
    code: "tableTwice",
    message: "同じ名前の班が二つあります。",
    remedy: "班の名前を、回の中で一つずつにしてください。",
  },
  tableNameTooLong: {
    code: "tableNameTooLong",
    message: "班の名前が長すぎます。",
    remedy: "200字までにしてください。",
  },
  peopleWrong: {
    code: "peopleWrong",
    message: "班の人数に、読み取れないものがあります。",
    remedy: "0から1,000までの整数を入れてください。",
  },
  summaryTooLong: {
    code: "summaryTooLong",
    message: "まとめが長すぎます。",
    remedy: "まとめは、それぞれ4,000字までにしてください。",
  },
  noteMissing: {
    code: "noteMissing",
    message: "付箋の言葉がありません。",
    remedy: "付箋に書かれた言葉を入れてください。",
  },
  noteTooLong: {
    code: "noteTooLong",
    message: "付箋が長すぎます。",
    remedy: "1枚は500字までです。2枚に分けてください。",
  },
  tooManyNotes: {
    code: "tooManyNotes",
    message: "一度に入れる付箋が、多すぎます。",
    remedy: "一度に1,000枚までにしてください。",
  },
  votesWrong: {
    code: "votesWrong",
    message: "票数に、読み取れないものがあります。",
    remedy: "0から10,000までの整数を入れるか、空にしてください。",
  },
  notesStale: {
    code: "stale",
    message: "ほかの人が、この班の付箋を先に直しました。",
    remedy: "いまの付箋を下に示しました。確かめてから、もう一度直してください。",
  },
  noteFixed: {
    code: "noteFixed",
    message: "意見の台帳に入った付箋は、書き換えも消すこともできません。",
    remedy: "言葉を直すときは台帳の「訂正」を、使わないときは盤で「対象外」を使ってください。",
  },
  notHeldYet: {
    code: "notHeldYet",
    message: "この回は、まだ開かれていません。",
    remedy: "開く日を確かめてください。付箋を台帳に入れるのは、開いたあとです。",
  },
  nothingToReceive: {
    code: "nothingToReceive",
    message: "台帳に入れる付箋がありません。",
    remedy: "先に、班の付箋を入れてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
