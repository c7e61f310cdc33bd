import { figure } from "#kernel/figures.ts";
import type { Refusal } from "#kernel/result.ts";
import { emptyEntry, longestVoice, type GivenFile, type VoiceEntry } from "#domain/voices/index.ts";
import type { IntakeLimits } from "../intake-limit.ts";
import type { PublicCommentDetail } from "./detail.ts";
import { questionLabels } from "./labels.ts";
import { questionKeys, type QuestionKey, type Questions } from "./questions.ts";

/** A comment (提出意見) as somebody filled it in: the text, what was asked, and two wishes. */
export interface Comment extends Readonly<Record<QuestionKey, string>> {
  readonly text: string;
  readonly wishesReply: boolean;
  readonly wishesPublication: boolean;
}

export const emptyComment: Comment = {
  text: "",
  name: "",
  organisation: "",
  address: "",
  phone: "",
  email: "",
  senderKind: "",
  ageBand: "",
  district: "",
  place: "",
  wishesReply: false,
  wishesPublication: true,
};

/** What is asked with the opinion, and what is asked of the person: two pages of the form. */
export const opinionQuestions: readonly QuestionKey[] = ["place"];
export const senderQuestions: readonly QuestionKey[] = questionKeys.filter((key) => key !== "place");

/** Those that are answered by choosing. */
const chosenQuestions: readonly QuestionKey[] = ["senderKind", "ageBand", "district"];

const longestAnswer = 200;

/** What is wrong with the page of the opinion. */
export function opinionFault(questions: Questions, comment: Comment): Refusal | undefined {
  const length = comment.text.trim().length;
  return filledIn({
    ...(length === 0 && { text: "意見を入れてください。" }),
    ...(length > longestVoice && {
      text: `${figure(longestVoice, 0)}字までにしてください。いまは${figure(length, 0)}字です。`,
    }),
    ...answerFaults(opinionQuestions, questions, comment),
  });
}

/** What is wrong with the page about the sender. */
export function senderFault(questions: Questions, comment: Comment): Refusal | undefined {
  const email = halfWidth(comment.email);
  return filledIn({
    ...answerFaults(senderQuestions, questions, comment),
    ...(email !== "" &&
      !/^[^@\s]+@[^@\s]+$/.test(email) && {
        email: "メールアドレスの形ではありません。例：yamamoto@example.jp",
      }),
  });
}

/** Numbers and mail addresses as they are dialled and written to: a Japanese keyboard types them in full width too. */
function halfWidth(text: string): string {
  return text.normalize("NFKC").trim();
}

function answerFaults(keys: readonly QuestionKey[], questions: Questions, comment: Comment): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const key of keys) {
    const answer = comment[key].trim();
    if (questions[key] === "required" && answer === "") faults[key] = missingWords(key);
    if (answer.length > longestAnswer) faults[key] = `${longestAnswer}字までにしてください。`;
  }
  return faults;
}

function missingWords(key: QuestionKey): string {
  const verb = chosenQuestions.includes(key) ? "選んで" : "入れて";
  return `${questionLabels[key]}を${verb}ください。`;
}

function filledIn(fields: Readonly<Record<string, string>>): Refusal | undefined {
  if (Object.keys(fields).length === 0) return undefined;
  return {
    code: "incomplete",
    message: "入力を確かめてください。",
    remedy: "次のところを直して、もう一度進んでください。入力した内容は残っています。",
    fields,
  };
}

/** A comment as the ledger takes it. What is not asked is not taken, whoever sent it along. */
export function entryOf({ questions }: Pick<PublicCommentDetail, "questions">, comment: Comment): VoiceEntry {
  const answer = (key: QuestionKey) => (questions[key] === "notAsked" ? "" : comment[key].trim());
  return {
    ...emptyEntry,
    text: comment.text,
    place: answer("place"),
    ageBand: answer("ageBand"),
    senderKind: answer("senderKind"),
    districtId: answer("district") || null,
    wishesReply: comment.wishesReply,
    wishesPublication: comment.wishesPublication,
    sender: {
      name: answer("name"),
      organisation: answer("organisation"),
      address: answer("address"),
      phone: halfWidth(answer("phone")),
      email: halfWidth(answer("email")),
    },
  };
}

/** What of the attachments is beyond the city's limits, the file named. Of what kind they are, the ledger judges by their content. */
export function attachmentFault(
  files: readonly GivenFile[],
  { files: most, fileMegabytes }: Pick<IntakeLimits, "files" | "fileMegabytes">,
): Refusal | undefined {
  if (files.length > most)
    return fileRefusal(`添付できるファイルは${most}つまでです。いまは${files.length}つあります。`);
  const large = files.find(({ bytes }) => bytes.length > fileMegabytes * 1024 * 1024);
  if (large) return fileRefusal(`「${large.name}」が${fileMegabytes}MBを超えています。`);
  return undefined;
}

function fileRefusal(message: string): Refusal {
  return {
    code: "files",
    message,
    remedy: "ファイルを選び直して、もう一度送ってください。",
    fields: { attachments: message },
  };
}
