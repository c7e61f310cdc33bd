/** Surnames (姓) that begin a name where nothing else in the sentence says that it is one: the most frequent of the country. */
const surnames = new Set(
  `佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 清水 山崎 森 池田 橋本 阿部
石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内
小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山
平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 菊地 菊池 市川 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田
飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 中西 吉村 川上 石原 大橋 松岡
馬場 浜田 森本 星野 矢野 浅野 松下 大久保 吉岡 小池 野田 荒木 大谷 松浦 熊谷 黒田 尾崎 永田 川村 望月 田辺 荒井 内藤 宮下 堀内 滝沢 柳沢 宮沢
小沢 北沢 西沢 百瀬 若林 山岸 春日 宮坂 竹村 児玉`.split(/\s+/),
);

export function beginsWithSurname(words: string): boolean {
  return [4, 3, 2, 1].some((length) => words.length >= length && surnames.has(words.slice(0, length)));
}

/** The surname that a name without a space begins with; the longest there is. */
export function surnameOf(name: string): string | undefined {
  const spaced = name.split(/[\s　]/)[0] ?? "";
  if (spaced !== name) return spaced;
  const length = [3, 2, 1].find((each) => name.length > each && surnames.has(name.slice(0, each)));
  return length === undefined ? undefined : name.slice(0, length);
}

/** Words before 様・さん・氏 that name nobody. */
const nobodys =
  /(?:皆|客|同|多|模|仕|一|異|有|王|神|殿|何|奥|嫁|各|御|両|彼|某|諸|子|母|父|兄|姉|弟|妹|娘|息子|孫|爺|婆|隣|者|員|長|家|手|生|婦|民|屋|業|工|先生|大臣|知事|団体|学校|会社|病院|警察|役所|役場|地区|自治会|商店|住|人)$/;

export function namesNobody(words: string): boolean {
  return nobodys.test(words);
}

/** What stands after 「氏名は」「名前は」 without being one. */
const noNames =
  /^(?:必要|不要|公開|非公開|匿名|重要|大事|同上|記入|省略|自由|個人|任意|必須|住所|連絡先|電話|年齢|様|等|欄)/;

export function isNoName(words: string): boolean {
  return noNames.test(words);
}
