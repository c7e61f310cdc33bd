/** A count before 「の」 as Japanese reads it: 「7つの基本目標」, but 「20の政策」. */
export function countOf(count: number, things: string): string {
  return `${count}${count < 10 ? "つ" : ""}の${things}`;
}
