import {
  askings,
  questionKeys,
  usualQuestions,
  type AllWords,
  type Asking,
  type Consultation,
  type Questions,
  type RoundWords,
} from "#domain/consultations/index.ts";
import { text, texts } from "#web/visit.ts";
import { occasionIn } from "../voices/occasion-fields.tsx";

/** The form of a consultation's common words, as they were entered. */
export function commonIn(form: FormData): AllWords {
  return {
    slug: text(form, "slug"),
    summary: text(form, "summary"),
    contact: text(form, "contact"),
    ...occasionIn(form),
  };
}

export function commonOf({ slug, summary, contact, occasion }: Consultation): AllWords {
  const { title, divisionId, duty, opensOn, closesOn, voiceYears, senderYears } = occasion;
  return { slug, summary, contact, title, divisionId, duty, opensOn, closesOn, voiceYears, senderYears };
}

/** The form of a round's own words. */
export function roundIn(form: FormData): RoundWords {
  const accepted = texts(form, "accepts");
  return {
    purpose: text(form, "purpose"),
    eligibility: text(form, "eligibility"),
    methods: text(form, "methods"),
    destination: text(form, "destination"),
    notes: text(form, "notes"),
    publicationWay: text(form, "publicationWay"),
    viewingPlaces: text(form, "viewingPlaces"),
    shortPeriodReason: text(form, "shortPeriodReason"),
    acceptsWeb: accepted.includes("web"),
    acceptsFiles: accepted.includes("files"),
    questions: questionsIn(form),
  };
}

function questionsIn(form: FormData): Questions {
  const entries = questionKeys.map((key) => [key, askingIn(text(form, `question-${key}`)) ?? usualQuestions[key]]);
  return Object.fromEntries(entries) as Questions; // every key, each with an asking
}

function askingIn(value: string): Asking | undefined {
  return askings.find((asking) => asking === value);
}

/** 「９：００」「9:00」 as 09:00. */
export function clockIn(typed: string): string {
  const plain = typed.normalize("NFKC");
  return /^\d:\d\d$/.test(plain) ? `0${plain}` : plain;
}
