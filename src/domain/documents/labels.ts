import { opennessLabels } from "#domain/publication/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { CopyCause, LoanEnd } from "./loan.ts";
import type { CountedThing } from "./reference.ts";
import type { SectionState } from "./section.ts";
import type { VersionOpenness } from "./version.ts";

export const sectionStateLabels: Readonly<Record<SectionState, string>> = {
  writing: "執筆中",
  checking: "課長確認",
  confirmed: "確定",
  replacing: "差替え",
};

export const copyCauseLabels: Readonly<Record<CopyCause, string>> = {
  takenOver: "引継ぎのときに書きかけだった文章",
  late: "返却か引継ぎのあとに届いた文章",
  stale: "別の画面で先に保存されたあとに届いた文章",
  givenUp: "貸出をやめたときの文章",
  replaced: "ほかの文章を取り入れる前に書いていた文章",
};

/** What a writer is told whose save could not go on the copy: nothing of it is lost. */
export const keptWords = {
  late: "この節の貸出はすでに終わっています。届いた文章は控えとして残しました。節のページで見くらべてください。",
  stale: "別の画面で先に保存されています。届いた文章は控えとして残しました。節のページで見くらべてください。",
  gone: "この節は、計画か原稿から外されました。ここまでに書いた文章は残してあります。",
} as const;

/** What a writer is told of a loan that is over. */
export const endWords: Readonly<Record<LoanEnd, string>> = {
  returned: "この貸出は終わっています。文章は返却されました。",
  takenOver: "この節は、ほかの人が引き継ぎました。あなたの文章は、控えとして残っています。",
  givenUp: "この貸出はやめました。文章は、控えとして残っています。",
};

export function endedRefusal(as: LoanEnd): Refusal {
  return {
    code: "loanEnded",
    message: endWords[as],
    remedy: "節のページで、いまの文章と控えを確かめてください。",
  };
}

export const countLabels: Readonly<Record<CountedThing, string>> = {
  measures: "施策の数",
  indicators: "指標の数",
  priorities: "重点施策の数",
};

export const referencePartLabels = { baseline: "基準値", target: "目標値", actual: "実績値" } as const;

/** What a version may be meant for (公開の段階): one of a publication's steps, or 非公開, which never goes public. */
export const versionOpennessLabels: Readonly<Record<VersionOpenness, string>> = { closed: "非公開", ...opennessLabels };

export const dispositionLabels = {
  adopted: "取り入れた",
  partly: "一部取り入れた",
  declined: "取り入れない",
} as const;

export const remarkKindLabels = { body: "会議の意見", assembly: "議会の意見" } as const;

/** Refusals (断りの言葉) of sections and loans. */
export const sectionRefusals = {
  alreadyOnLoan: {
    code: "alreadyOnLoan",
    message: "この節は、いまほかの人が借りて書いています。",
    remedy: "返却を待つか、急ぐときは「引き継ぐ」を使ってください。書きかけの文章は控えとして残ります。",
  },
  staleReturn: {
    code: "staleReturn",
    message: "借りている間に、この節の文章が別の画面で変わりました。",
    remedy: "書いた文章は保存してあります。2つを見くらべて直してから、もう一度返却してください。",
  },
  confirmed: {
    code: "confirmed",
    message: "この節は確定しているため、書くことができません。",
    remedy: "直すときは、課長か企画が理由を付けて「差替え」にしてください。",
  },
  onLoan: {
    code: "onLoan",
    message: "この節は貸出中のため、いまはできません。",
    remedy: "返却されてから、もう一度行ってください。",
  },
  lentOut: {
    code: "lentOut",
    message: "原稿の節が貸出中のため、消去できません。",
    remedy:
      "借りている人に返却してもらうか、引き継いで返却してから、もう一度行ってください。返却された文章に同じ情報が残っていないかも、確かめてください。",
  },
  noSuchStep: {
    code: "noSuchStep",
    message: "この状態へは、いまの状態から進めません。",
    remedy: "画面を開き直して、いまの状態を確かめてください。",
  },
  noneChosen: {
    code: "noneChosen",
    message: "確定する節が選ばれていません。",
    remedy: "確定する節に印を付けて、もう一度「印を付けた節を確定する」を押してください。",
  },
  reasonNeeded: {
    code: "reasonNeeded",
    message: "差替えの理由が入力されていません。",
    remedy: "何を、なぜ直すのかを入力してください。",
    fields: { reason: "理由を入力してください。" },
  },
  titleNeeded: {
    code: "titleNeeded",
    message: "章や節の名前が入力されていません。",
    remedy: "100文字までで名前を入力してください。",
    fields: { title: "100文字までで名前を入力してください。" },
  },
  stale: {
    code: "stale",
    message: "開いている間に、ほかの人がこの節を変えました。",
    remedy: "いまの内容を確かめてから、もう一度行ってください。",
  },
  notEmpty: {
    code: "notEmpty",
    message: "下に節があるため、外せません。",
    remedy: "先に下の節を外すか、ほかの章へ移してください。",
  },
  alreadyWritten: {
    code: "alreadyWritten",
    message: "この計画には、すでに原稿があります。",
    remedy: "前の計画の原稿を引き継げるのは、章も節もまだないときだけです。",
  },
  copiesLeft: {
    code: "copiesLeft",
    message: "控えの文章が残っているため、外せません。",
    remedy: "節のページで控えを見て、必要なものを取り入れ、片付けてから外してください。",
  },
  dispositionReason: {
    code: "dispositionReason",
    message: "取り入れない理由が入力されていません。",
    remedy: "意見を出した人に分かるように、理由を入力してください。",
    fields: { reason: "理由を入力してください。" },
  },
  quoteElsewhere: {
    code: "quoteElsewhere",
    message: "直す言葉が、いまの文章に1か所だけ、続けて書かれていないため、そのまま取り入れられません。",
    remedy: "節を借りて手で直し、そのあとで「一部取り入れた」にして、どう直したかを理由に書いてください。",
  },
  edge: {
    code: "edge",
    message: "これより先へは動かせません。",
    remedy: "並びの端にあります。ほかの章へ移すときは、置く場所を選んでください。",
  },
  intoItself: {
    code: "intoItself",
    message: "自分の下へは移せません。",
    remedy: "ほかの章を選んでください。",
  },
  unknownKey: {
    code: "unknownKey",
    message: "この節にない欄の文章が届きました。",
    remedy: "画面を開き直してから、もう一度保存してください。",
  },
  tooLong: {
    code: "tooLong",
    message: "文章が長すぎるため、保存していません。",
    remedy: "1つの欄は、表のほかに20,000文字までです。節を分けてください。",
  },
  tablesTooLarge: {
    code: "tablesTooLarge",
    message: "表が大きすぎるため、保存していません。",
    remedy: "1つの欄の表は、合わせて15,000マス、100,000文字までです。節を分けてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Refusals of Word files that come back (Wordの読み込み). */
export const wordRefusals = {
  ended: {
    code: "ended",
    message: "この読み込みは、すでに終わっています。",
    remedy: "もう一度読み込むときは、ファイルを選び直してください。",
  },
  changedMeanwhile: {
    code: "changedMeanwhile",
    message: "変更を見ている間に、原稿の文章が変わりました。何も取り入れていません。",
    remedy: "下に、いまの文章との違いを出し直しました。確かめて、もう一度選んでください。",
  },
  nothingChosen: {
    code: "nothingChosen",
    message: "取り入れる変更が選ばれていません。",
    remedy: "変更を選ぶか、取り入れないときは「読み込みをやめる」を使ってください。",
  },
  tooMuch: {
    code: "tooMuch",
    message: "文書が長すぎるため、読み込めません。",
    remedy: "章ごとの文書に分けて、1つずつ読み込んでください。",
  },
  notUnderstood: {
    code: "notUnderstood",
    message: "文書の中に読み取れないところがあるため、読み込めません。",
    remedy: "Word で開き、文章を新しい文書に貼り付けて「Word 文書（.docx）」で保存し、そのファイルを選んでください。",
  },
  noTexts: {
    code: "noTexts",
    message: "文書の中に、文章が見つかりません。",
    remedy: "選んだファイルを Word で開いて、文章が入っていることを確かめてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Refusals of versions. */
export const versionRefusals = {
  nothingWritten: {
    code: "nothingWritten",
    message: "凍結する内容がまだありません。",
    remedy: "原稿に章を加えるか、施策体系に項目を加えてください。",
  },
  nameNeeded: {
    code: "nameNeeded",
    message: "版の名前と、凍結する理由を入力してください。",
    remedy: "名前は「素案」「最終案」のように30文字まで、理由は500文字までです。",
    fields: { name: "30文字までで入力してください。", reason: "500文字までで入力してください。" },
  },
  unchanged: {
    code: "unchanged",
    message: "前の版から何も変わっていません。",
    remedy: "前の版をそのまま使ってください。",
  },
  closed: {
    code: "closed",
    message: "この版は非公開として凍結されているため、公開できません。",
    remedy: "公開するときは、公開の度合いを選んで新しい版を凍結してください。",
  },
  purged: {
    code: "purged",
    message: "この版の内容は、完全に削除されています。",
    remedy: "削除の理由は、版の一覧で確かめられます。",
  },
  erratumWords: {
    code: "erratumWords",
    message: "正誤表の「誤」と「正」を入力してください。",
    remedy: "誤の言葉は、版の文章にあるとおりに入力してください。",
    fields: { wrong: "版の文章にある言葉を入力してください。", corrected: "正しい言葉を入力してください。" },
  },
  remarkWords: {
    code: "remarkWords",
    message: "会議か議会の名前、日付、意見を入力してください。",
    remedy: "個人の名前ではなく、会議や委員会の名前で記録します。",
    fields: { speaker: "会議や委員会の名前を入力してください。", words: "意見を入力してください。" },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Figures whose picture is not there would be frozen without it. */
export function picturesLost(figures: readonly string[]): Refusal {
  const more = figures.length > 5 ? `ほか${figures.length - 5}件` : "";
  return {
    code: "picturesLost",
    message: `画像の見つからない図が${figures.length}件あるため、凍結していません。${figures.slice(0, 5).join("、")}${more}`,
    remedy: "節を借りて図の画像を入れ直すか、図を消して返却してから、もう一度凍結してください。",
  };
}
