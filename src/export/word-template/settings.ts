import { elementsIn, type XmlElement } from "../word-reading/xml.ts";

/** What stands before 「updateFields」 in a file's settings (ECMA-376 17.15.1.78): the order is fixed, and these are the last of them. */
const later = new Set(
  `w:hdrShapeDefaults w:footnotePr w:endnotePr w:compat w:docVars w:rsids m:mathPr w:attachedSchema w:themeFontLang
  w:clrSchemeMapping w:doNotIncludeSubdocsInStats w:doNotAutoCompressPictures w:forceUpgrade w:captions w:readModeInkLockDown
  w:smartTagType sl:schemaLibrary w:shapeDefaults w:doNotEmbedSmartTags w:decimalSymbol w:listSeparator`.split(/\s+/),
);

/** Settings by which Word renews contents and page numbers when the file is opened. */
export function renewedFields(settings: XmlElement): XmlElement {
  const children = elementsIn(settings).filter(({ name }) => name !== "w:updateFields");
  const at = children.findIndex(({ name }) => later.has(name) || /^w1\d:/.test(name));
  const renew = { name: "w:updateFields", attributes: { "w:val": "true" }, children: [] };
  return { ...settings, children: at < 0 ? [...children, renew] : children.toSpliced(at, 0, renew) };
}
