import { z } from "zod";

/** What a column of a list of transfers holds. */
export const transferFields = [
  "name",
  "kana",
  "employeeNumber",
  "email",
  "division",
  "title",
  "roles",
  "effectiveOn",
  "retires",
] as const;
export type TransferField = (typeof transferFields)[number];

/** A row of a list of transfers (異動の一行) as it was read: texts only, and where it stood. */
export interface TransferLine {
  /** The row's number in the sheet, from 1. */
  readonly row: number;
  readonly texts: Readonly<Record<TransferField, string>>;
}

export const transferLines = z.array(
  z.object({ row: z.number().int(), texts: z.record(z.enum(transferFields), z.string()) }),
);

/** Something in the file that must be mended before anything is done: where it stands, what stands there, and why not. */
export interface TransferFault {
  readonly row: number;
  readonly field: TransferField;
  readonly value: string;
  readonly reason: string;
}
