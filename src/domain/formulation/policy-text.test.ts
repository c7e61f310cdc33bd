import { describe, expect, it } from "vitest";
import { policyLines } from "./policy-text.ts";

const shown = (text: string) => policyLines(text).map(({ depth, sign, text: words }) => `${depth}${sign}|${words}`);

describe("the text of a part", () => {
  it("is paragraphs, and items in the manner of offices", () => {
    expect(shown("次の視点で進めます。\n(1) 協働\nア 場を設ける\n(ア) 会場\n(2)　SDGs")).toEqual([
      "0|次の視点で進めます。",
      "1(1)|協働",
      "2ア|場を設ける",
      "3(ア)|会場",
      "1(2)|SDGs",
    ]);
  });

  it("numbers items by their place, so one put in between renumbers what follows", () => {
    expect(shown("(1) 一\n(1) 間に入れた\n(2) 二")).toEqual(["1(1)|一", "1(2)|間に入れた", "1(3)|二"]);
  });

  it("begins ア anew under the next (1), and reads ① and full-width brackets as (1)", () => {
    expect(shown("① 一\nア 甲\nイ 乙\n（2） 二\nア 丙")).toEqual(["1(1)|一", "2ア|甲", "2イ|乙", "1(2)|二", "2ア|丙"]);
  });

  it("takes a line right below an item into it, and one after an empty line by itself, where numbers begin anew", () => {
    expect(shown("(1) 一\n一の説明\n\n(2) 二\n\n以上です。\n(1) 新しく")).toEqual([
      "1(1)|一",
      "1|一の説明",
      "1(2)|二",
      "0|以上です。",
      "1(1)|新しく",
    ]);
  });

  it("takes a word that begins with a katakana for a word", () => {
    expect(shown("アンケートを行います。\nワークショップ")).toEqual(["0|アンケートを行います。", "0|ワークショップ"]);
  });
});
