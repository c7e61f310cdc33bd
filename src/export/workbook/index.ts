export { workbookBytes } from "./write.ts";
export type { Cell, Column, Sheet, Workbook } from "./workbook.ts";
