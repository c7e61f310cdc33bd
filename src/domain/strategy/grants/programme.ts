import { isAddressWord } from "#kernel/address-word.ts";
import type { Refusal } from "#kernel/result.ts";
import { spanFaults } from "../frame.ts";
import { fieldFaults } from "../population/path.ts";

/** Grant programme (交付金の制度): a dated master. Names, rates and rules change with each budget, so they are data with a source. */
export interface GrantProgramme {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** 所管. */
  readonly ministry: string;
  readonly startYear: number;
  /** null as long as no end is known. */
  readonly endYear: number | null;
  /** 補助率, in the words of the programme. */
  readonly rate: string;
  readonly rules: string;
  readonly source: string;
  readonly position: number;
  readonly version: number;
}

export type ProgrammeWords = Omit<GrantProgramme, "id" | "position" | "version">;

export function programmeFault({ code, name, startYear, endYear, source }: ProgrammeWords): Refusal | undefined {
  return fieldFaults("programme", {
    ...(!isAddressWord(code) && { code: "半角の英小文字・数字・ハイフンで入れてください。" }),
    ...(name.trim() === "" && { name: "制度の名前を入れてください。" }),
    ...spanFaults(startYear, endYear),
    ...(source.trim() === "" && { source: "出典（要綱や公表資料の名前）を入れてください。" }),
  });
}
