import type { MunicipalitySettings } from "#platform/database/index.ts";
import { isMunicipalityCode } from "#kernel/municipality-code.ts";
import type { Refusal } from "#kernel/result.ts";
import { municipalityRefusals } from "./labels.ts";

/** What a person enters about the municipality (自治体の設定). */
export type MunicipalityFacts = Omit<MunicipalitySettings, "version">;

const prefectures =
  "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県".split(
    " ",
  );

/** The prefecture (都道府県) that the first two digits of a code stand for; undefined for codes of no prefecture, as samples have. */
export function prefectureOf(code: string): string | undefined {
  return prefectures[Number(code.slice(0, 2)) - 1];
}

/** The facts without spaces at their ends, digits of the code in half width. */
export function plainFacts({ code, name, kana, contact }: MunicipalityFacts): MunicipalityFacts {
  return {
    code: code.normalize("NFKC").replaceAll(/[\s-]/g, ""),
    name: name.trim(),
    kana: kana.trim(),
    contact: contact.trim(),
  };
}

/** The first thing that is wrong, with a message at every field that is. A code that stays is not judged again. */
export function faultOfFacts(facts: MunicipalityFacts, before: MunicipalityFacts): Refusal | undefined {
  const faults = [
    ...(facts.name === "" ? [municipalityRefusals.noName] : []),
    ...(facts.code === before.code || isCodeOfPrefecture(facts.code) ? [] : [municipalityRefusals.badCode]),
    ...(/^[\p{Script=Hiragana}ー\s]*$/u.test(facts.kana) ? [] : [municipalityRefusals.badKana]),
  ];
  const [first] = faults;
  return first && { ...first, fields: faults.reduce((all, fault) => ({ ...all, ...fault.fields }), {}) };
}

function isCodeOfPrefecture(code: string): boolean {
  return isMunicipalityCode(code) && prefectureOf(code) !== undefined;
}

/** Which of the facts differ. */
export function changedFacts(facts: MunicipalityFacts, before: MunicipalityFacts): (keyof MunicipalityFacts)[] {
  return (["code", "name", "kana", "contact"] as const).filter((key) => facts[key] !== before[key]);
}
