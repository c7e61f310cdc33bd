/** From when until when somebody meets on a day: 19:00 to 20:30. */
export interface Hours {
  readonly begins: string;
  readonly ends: string;
}

const clockPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with hours, by field. */
export function hoursFaults({ begins, ends }: Hours): { readonly begins?: string; readonly ends?: string } {
  const isOrdered = !(clockPattern.test(begins) && clockPattern.test(ends)) || begins < ends;
  return {
    ...(!clockPattern.test(begins) && { begins: "始まりの時刻を、19:00 のように入れてください。" }),
    ...(!clockPattern.test(ends) && { ends: "終わりの時刻を、20:30 のように入れてください。" }),
    ...(!isOrdered && { ends: "始まりより後にしてください。" }),
  };
}
