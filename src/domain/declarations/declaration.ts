import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal, sdgGoals } from "#domain/plan/index.ts";
import { isDay } from "#kernel/day.ts";

export const declarerKinds = ["business", "group"] as const;

export type DeclarerKind = (typeof declarerKinds)[number];

export const declarationStates = ["waiting", "accepted", "refused"] as const;

export type DeclarationState = (typeof declarationStates)[number];

/** 年に一度の知らせ */
export const yearlyAnswers = ["continuing", "ended"] as const;

export type YearlyAnswer = (typeof yearlyAnswers)[number];

/** What a business or group fills in: the declaration, and apart from it whom to ask. */
export interface DeclarationEntry {
  readonly kind: DeclarerKind;
  readonly organisation: string;
  readonly showsName: boolean;
  readonly promise: string;
  readonly goals: readonly number[];
  readonly nodeIds: readonly string[];
  /** YYYY-MM-DD or "". */
  readonly untilOn: string;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

export const emptyDeclaration: DeclarationEntry = {
  kind: "business",
  organisation: "",
  showsName: true,
  promise: "",
  goals: [],
  nodeIds: [],
  untilOn: "",
};

export const noContact: Contact = { name: "", phone: "", email: "" };

/** Declaration (宣言): a business's or a group's part in the plan. */
export interface Declaration extends DeclarationEntry {
  readonly id: string;
  readonly number: number;
  readonly planId: string;
  readonly sentAt: Date;
  readonly state: DeclarationState;
  /** As they were let through; "" before. */
  readonly shownName: string;
  readonly shownPromise: string;
  readonly reason: string;
  readonly years: readonly { readonly year: number; readonly answer: YearlyAnswer }[];
  readonly version: number;
}

const longestPromise = 800;
const longestLine = 100;

/** What is wrong with the declaration itself. */
export function declarationFault(
  entry: DeclarationEntry,
  { measureIds, today }: { readonly measureIds: readonly string[]; readonly today: string },
): Refusal | undefined {
  const { organisation, promise, goals, nodeIds, untilOn } = entry;
  const knownGoals = new Set(sdgGoals.map(({ number }) => number));
  return fieldRefusal({
    ...lengthFault("organisation", "事業者・団体の名前", organisation, longestLine),
    ...lengthFault("promise", "取り組むこと", promise, longestPromise),
    ...(goals.length === 0 && { goals: "SDGsのゴールを、一つ以上選んでください。" }),
    ...(goals.some((goal) => !knownGoals.has(goal)) && { goals: "SDGsのゴールを選び直してください。" }),
    ...(nodeIds.some((id) => !measureIds.includes(id)) && { nodeIds: "施策を選び直してください。" }),
    ...(untilOn !== "" && !isDay(untilOn) && { untilOn: "日付を選んでください。例：2031-03-31" }),
    ...(isDay(untilOn) && untilOn < today && { untilOn: "今日か、それより後の日にしてください。" }),
  });
}

/** What is wrong with whom to ask: a way to reach somebody is needed. */
export function contactFault({ name, phone, email }: Contact): Refusal | undefined {
  const cannotReach = phone.trim() === "" && email.trim() === "";
  return fieldRefusal({
    ...lengthFault("name", "担当の方の氏名", name, longestLine),
    ...(cannotReach && { email: "電子メールか電話番号の、どちらかを入れてください。" }),
    ...(email.trim() !== "" &&
      !/^[^@\s]+@[^@\s]+$/.test(email.trim()) && { email: "メールアドレスの形ではありません。" }),
    ...(phone.length > longestLine && { phone: `${longestLine}字までにしてください。` }),
    ...(email.length > longestLine && { email: `${longestLine}字までにしてください。` }),
  });
}

function lengthFault(field: string, label: string, text: string, longest: number): Record<string, string> {
  const length = text.trim().length;
  if (length === 0) return { [field]: `${label}を入れてください。` };
  return length > longest ? { [field]: `${longest}字までにしてください。いまは${length}字です。` } : {};
}

/** Whether nobody needs to be asked about it any more, so that its contact may be disposed of (廃棄). */
export function isOver(declaration: Pick<Declaration, "state" | "years" | "untilOn">, today: string): boolean {
  return declaration.state === "refused" || !isGoingOn(declaration, today);
}

/** Whether it goes on: it ends when its sender said so, or when its last day is over. */
export function isGoingOn({ years, untilOn }: Pick<Declaration, "years" | "untilOn">, today: string): boolean {
  return years.at(-1)?.answer !== "ended" && (untilOn === "" || today <= untilOn);
}
