import { isDay } from "#kernel/day.ts";

/** Why an indicator is taken off its measure, who decided it and when; "" where nothing was said. */
export interface RemovalGrounds {
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

export const noRemovalGrounds: RemovalGrounds = { reason: "", decidedBy: "", decidedOn: "" };

export function tidiedRemoval({ reason, decidedBy, decidedOn }: RemovalGrounds): RemovalGrounds {
  return { reason: reason.trim(), decidedBy: decidedBy.trim(), decidedOn: decidedOn.trim() };
}

interface RemovalCheck {
  readonly name: string;
  /** Whether a target of it was decided and published (公表). */
  readonly isPublished: boolean;
  readonly grounds: RemovalGrounds;
  readonly today: string;
}

/** What removing an indicator still has to say, by field: citizens who read its target are owed the reason. */
export function removalFaults({ name, isPublished, grounds, today }: RemovalCheck): Record<string, string> {
  const { reason, decidedBy, decidedOn } = grounds;
  const isWrongDay = decidedOn !== "" && (!isDay(decidedOn) || decidedOn > today);
  const dayWords = "指標を外すことを決めた日を、今日までの日付で入力してください。";
  if (!isPublished) return isWrongDay ? { removalDecidedOn: dayWords } : {};
  return {
    ...(reason === "" && {
      removalReason: `「${name}」の目標値は公表されています。削除するには、理由を入力してください。理由は市民のページに載ります。`,
    }),
    ...(decidedBy === "" && { removalDecidedBy: "指標を外すことを決めた会議や役職を入力してください。" }),
    ...((decidedOn === "" || isWrongDay) && { removalDecidedOn: dayWords }),
  };
}
