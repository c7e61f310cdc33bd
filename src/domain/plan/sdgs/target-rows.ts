/** A target as it is written in the lists beside this file: official code, Japanese title, English title. */
export type TargetRow = readonly [code: string, title: string, titleEn: string];
