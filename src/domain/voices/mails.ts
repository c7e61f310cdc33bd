import { warekiDate } from "#kernel/wareki.ts";
import type { Mail } from "#platform/mail/index.ts";

interface ReminderMail {
  readonly to: string;
  readonly name: string;
  readonly city: string;
  readonly topics: number;
  /** The first day on which one of them is due. */
  readonly dueOn: string | null;
  readonly link: string;
}

/** A reminder (催促): counts and an address, and no words that anybody sent. */
export function reminderMail({ to, name, city, topics, dueOn, link }: ReminderMail): Mail {
  return {
    to,
    subject: `【${city} 総合計画】市の考え方の作成のお願い（${topics}件）`,
    text: `${name} 様

あなたの課に割り当てられた意見のうち、市の考え方の案がまだ出ていないものが${topics}件あります。
${dueOn === null ? "" : `いちばん早い期限は、${warekiDate(dueOn)}です。\n`}
次のページを開き、案を書いて提出してください。

${link}
`,
  };
}
