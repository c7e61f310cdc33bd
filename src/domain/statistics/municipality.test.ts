import { describe, expect, it } from "vitest";
import { isMunicipalityCode } from "#kernel/municipality-code.ts";
import { grouped } from "#kernel/grouped.ts";
import { builtInMunicipalities, directoryOf, isSamePrefecture, nameKey } from "./municipality.ts";

describe("the list of municipalities", () => {
  const directory = directoryOf();

  it("holds the 1,741 of today and four former ones of Nagano, each with its check digit", () => {
    expect(builtInMunicipalities()).toHaveLength(1_745);
    expect(builtInMunicipalities().filter(({ code }) => !isMunicipalityCode(code))).toEqual([]);
    expect(new Set(builtInMunicipalities().map(({ prefecture }) => prefecture)).size).toBe(47);
    expect(builtInMunicipalities().filter(({ code }) => isSamePrefecture(code, "202185"))).toHaveLength(77 + 4);
  });

  it("finds a municipality by its code and by prefecture and name", () => {
    expect(directory.byCode("202185")).toEqual({ code: "202185", prefecture: "長野県", name: "千曲市" });
    expect(directory.byName("坂城町", "長野県")?.code).toBe("205214");
    expect(directory.byName("埴科郡坂城町", "長野県")?.code).toBe("205214");
  });

  it("finds the same town under old and new characters", () => {
    expect(directory.byName("南木曾町", "長野県")?.code).toBe(directory.byName("南木曽町", "長野県")?.code);
    for (const name of ["駒ケ根市", "駒ヶ根市", "下条村", "天竜村", "清内路村"])
      expect(directory.byName(name, "長野県"), name).toBeDefined();
  });

  it("never makes one name of two municipalities of a prefecture", () => {
    const names = grouped(builtInMunicipalities(), ({ prefecture, name }) => `${prefecture} ${nameKey(name)}`);
    // 南木曽 and the like fold; in Hokkaido and elsewhere no two of one prefecture may.
    expect([...names.values()].filter((group) => group.length > 1)).toEqual([]);
  });

  it("does not guess among towns of one name: 府中市 stands in Tokyo and in Hiroshima", () => {
    expect(directory.byName("府中市")).toBeUndefined();
    expect(directory.byName("府中市", "広島県")?.code).toBe("342084");
    expect(directory.byName("千曲市")?.code).toBe("202185");
  });
});
