import { columnLetters } from "#kernel/sheet.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import type { Answer, Answers, ImportError, ImportRemark, Place, Question } from "../model.ts";

/** Collects what is found while a sheet is read: errors, remarks, and questions with the answers already given. */
export class Notebook {
  readonly errors: ImportError[] = [];
  readonly remarks: ImportRemark[] = [];
  readonly #questions = new Map<string, Question & { readonly places: Place[] }>();
  readonly #headers: readonly string[];
  readonly #answers: Answers;

  constructor(headers: readonly string[], answers: Answers) {
    this.#headers = headers;
    this.#answers = answers;
  }

  /** The column's name as shown to people: its header, or its letters where it has none. */
  header(column: number): string {
    return this.#headers[column] || `${columnLetters(column)}列`;
  }

  error(place: Place, value: string, [message, remedy]: readonly [message: string, remedy: string]): void {
    this.errors.push({ ...place, header: this.header(place.column), value, message, remedy });
  }

  remark(place: Place, message: string): void {
    this.remarks.push({ ...place, message });
  }

  /** Asks once for all places where the same thing stands; gives the answer if there is one that fits the options. */
  ask(place: Place, question: Omit<Question, "id" | "places" | "header">): Answer | undefined {
    const id = sha256(
      [question.kind, question.shape, question.text, question.kind === "direction" ? question.about : ""].join("\n"),
    ).slice(0, 16);
    const earlier = this.#questions.get(id);
    const isKnownPlace = earlier?.places.some((each) => each.row === place.row && each.column === place.column);
    if (earlier && !isKnownPlace) earlier.places.push(place);
    if (!earlier) this.#questions.set(id, { ...question, id, header: this.header(place.column), places: [place] });
    const answer = this.#answers[id];
    return fits(question, answer) ? answer : undefined;
  }

  get questions(): Question[] {
    return [...this.#questions.values()];
  }

  get openQuestions(): Question[] {
    return this.questions.filter((question) => !fits(question, this.#answers[question.id]));
  }
}

/** Whether an answer is one that the question allows: an earlier sheet may have had other quantities in the cell. */
function fits(question: Pick<Question, "options" | "allowsOwn">, answer: Answer | undefined): answer is Answer {
  if (!answer) return false;
  return answer.choice === "own"
    ? question.allowsOwn && answer.own !== undefined
    : question.options.some((option) => option.key === answer.choice);
}
