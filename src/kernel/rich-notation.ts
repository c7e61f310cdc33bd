export { faultWords, type NotationFault } from "./rich-notation/lines.ts";
export { richOf, type NotationRead } from "./rich-notation/reading.ts";
export { notationOf } from "./rich-notation/writing.ts";
