import { addYears, holdsOn, isDay } from "#kernel/day.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";

/** Deputy (代理): who stands in for an absent person, from a day until a day. */
export interface Deputy {
  readonly id: string;
  /** Who is absent. */
  readonly personId: string;
  readonly deputyId: string;
  readonly fromOn: string;
  /** The last day; it ends by itself. */
  readonly untilOn: string;
}

export const deputyRefusals = {
  noPeople: {
    code: "noPeople",
    message: "代理をする人が選ばれていません。",
    fields: { deputyId: "代理をする人を選んでください。" },
  },
  self: {
    code: "self",
    message: "自分を自分の代理にはできません。",
    fields: { deputyId: "ほかの人を選んでください。" },
  },
  otherDivision: {
    code: "otherDivision",
    message: "代理は、その期間に同じ課にいる人から選びます。",
    remedy: "ほかの課の人にするときは、システム管理者に頼んでください。",
    fields: { deputyId: "同じ課の人を選んでください。" },
  },
  noDay: (field: "fromOn" | "untilOn"): Refusal => ({
    code: "noDay",
    message: "日付を確かめてください。",
    fields: { [field]: "日付を選んでください。" },
  }),
  order: {
    code: "order",
    message: "終わりの日が、始まりの日より前です。",
    fields: { untilOn: "始まりの日以後の日付にします。" },
  },
  over: {
    code: "over",
    message: "終わりの日が、もう過ぎています。",
    fields: { untilOn: "今日以後の日付にします。" },
  },
  tooLong: {
    code: "tooLong",
    message: "代理の期間は、1年までです。",
    remedy: "長い休みのときは、人事異動で役割を付けてください。",
    fields: { untilOn: "始まりの日から1年以内の日付にします。" },
  },
  overlaps: {
    code: "overlaps",
    message: "その期間には、すでに代理が決まっています。",
    remedy: "先に今の代理を終わらせるか、日付を変えてください。",
  },
  ended: { code: "ended", message: "この代理は、もう終わっているか、まだ始まっていません。" },
} as const satisfies Record<string, Refusal | ((field: "fromOn" | "untilOn") => Refusal)>;

/** What can be said of a deputy's period without looking anything up. */
export function checkDeputy(deputy: Omit<Deputy, "id">, today: string): Result<void> {
  const { personId, deputyId, fromOn, untilOn } = deputy;
  if (deputyId === "") return refuse(deputyRefusals.noPeople);
  if (deputyId === personId) return refuse(deputyRefusals.self);
  if (!isDay(fromOn)) return refuse(deputyRefusals.noDay("fromOn"));
  if (!isDay(untilOn)) return refuse(deputyRefusals.noDay("untilOn"));
  if (untilOn < fromOn) return refuse(deputyRefusals.order);
  if (untilOn < today) return refuse(deputyRefusals.over);
  return untilOn < addYears(fromOn, 1) ? accept(undefined) : refuse(deputyRefusals.tooLong);
}

export function overlapsAny(deputy: Omit<Deputy, "id">, others: readonly Deputy[]): boolean {
  return others.some(
    (other) => other.personId === deputy.personId && other.fromOn <= deputy.untilOn && other.untilOn >= deputy.fromOn,
  );
}

export function actsOn(deputy: Deputy, day: string): boolean {
  return holdsOn(deputy, day);
}
