export * from "./rich-text/model.ts";
export { itemSign, signDepth, deepestSign } from "./rich-text/item-signs.ts";
export { normalised } from "./rich-text/normal.ts";
export { isEmptyRichText, plainInline, plainText, richTextOf } from "./rich-text/plain.ts";
export { rubyGroups, type RubyGroup } from "./rich-text/ruby.ts";
export { excessOf, richLimits } from "./rich-text/size.ts";
export { richTextSchema } from "./rich-text/schema.ts";
export { headRows, tableGrid, tableLimits, type PlacedCell, type TableGrid } from "./rich-text/table-grid.ts";
export { blocksIn, inlinesIn, withInlines } from "./rich-text/walk.ts";
