import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sampleComparison } from "../../../test/support/comparison.ts";
import { KindFilter } from "./comparison-head.tsx";
import { ComparisonTable } from "./comparison-table.tsx";

const html = renderToStaticMarkup(<ComparisonTable table={sampleComparison()} />);

describe("the comparison table on screen", () => {
  it("marks words as taken out and put in, and says so to who does not see it", () => {
    expect(html).toContain(
      '<ins class="change-added"><span class="visually-hidden">［追加］</span>と各地区の公民館</ins>',
    );
    expect(html).toContain('<del class="change-removed"><span class="visually-hidden">［削除］</span>8</del>');
  });

  it("does not say it again of a text that is new as a whole: its chip does", () => {
    expect(html).toContain('<ins class="change-added">病気の子どもを預かる保育を始めます。</ins>');
    expect(html).toContain('<span class="comparison-kind comparison-kind-added">追加</span>');
  });

  it("names the place over its rows, the old place of what moved, and how much was left out", () => {
    expect(html).toMatch(/<th colSpan="3" scope="rowgroup"[^>]*>第2章　施策1-2　公園と緑/);
    expect(html).toContain("第2章　施策1-2　公園と緑から");
    expect(html).toContain("変わっていない2か所");
  });

  it("leads from a cause to the opinions", () => {
    expect(html).toMatch(/意見による修正：<a href="\/voices\/topics\/12">身近な場所で相談したい（意見3件）<\/a>/);
  });

  it("has the columns of the city's habit", () => {
    const reversed = renderToStaticMarkup(<ComparisonTable table={sampleComparison({ orientation: "newRight" })} />);
    expect(html.indexOf("改正後（新）")).toBeLessThan(html.indexOf("改正前（旧）"));
    expect(reversed.indexOf("改正前（旧）")).toBeLessThan(reversed.indexOf("改正後（新）"));
  });

  it("offers each kind with its count as a plain link, and names the one that is shown", () => {
    const filter = renderToStaticMarkup(
      <KindFilter table={sampleComparison()} extent="added" hrefOf={(extent) => `?show=${extent}`} />,
    );
    expect(filter).toContain('<a href="?show=added" aria-current="true">追加　1</a>');
    expect(filter).toContain('<a href="?show=changed">変更　3</a>');
    expect(filter).not.toContain("統合");
  });
});
