import type { ReactNode } from "react";
import {
  mayAskForCheck,
  mayConfirmSections,
  mayFollow,
  sectionStateLabels,
  sectionStates,
  type SectionState,
  type StateMark,
} from "#domain/documents/index.ts";
import { Form, TextArea } from "#web/ui/forms.tsx";
import { text } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import type { SectionScene } from "./section-page.tsx";
import { whenWords } from "./words.ts";

const verbs: Readonly<Record<SectionState, string>> = {
  writing: "執筆中に戻す",
  checking: "課長確認を求める",
  confirmed: "確定する",
  replacing: "差替えにする",
};

/** The states as they came, and the steps that this person may take next. */
export function SectionStates({ scene }: { readonly scene: SectionScene }): ReactNode {
  const { marks } = scene.found;
  return (
    <section aria-labelledby="states" className="no-print mt-12">
      <h2 id="states" className="text-[1.25rem]">
        状態
      </h2>
      <NextSteps scene={scene} />
      {marks.length > 0 && (
        <ol className="list-plain mt-4 space-y-2">
          {marks.map((mark, index) => (
            <li key={index}>{markWords(mark, scene)}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

function markWords({ state, reason, setBy, setAt }: StateMark, { names, today }: SectionScene): string {
  const what = `${whenWords(setAt, today)}　${names.get(setBy ?? "") ?? "−"}　${sectionStateLabels[state]}`;
  return reason === "" ? what : `${what}：${reason}`;
}

function NextSteps({ scene }: { readonly scene: SectionScene }): ReactNode {
  const { visit, found } = scene;
  const { plan, section, loan, isChangedSince } = found;
  const { actor } = visit.ctx;
  const steps = sectionStates.filter((after) => {
    const allowed = after === "checking" || after === "writing" ? mayAskForCheck : mayConfirmSections;
    return mayFollow({ state: section.state, isChangedSince }, after) && allowed(actor, section);
  });
  if (steps.length === 0) return null;
  if (loan) return <p className="mt-2">貸出中のあいだは、状態を進められません。返却のあとに進めます。</p>;
  return (
    <Form action={`${addressOf.section(plan, section.id)}/states`} className="form mt-4">
      <input type="hidden" name="textVersion" value={section.textVersion} />
      <TextArea
        name="reason"
        label="理由やことづて"
        value={text(visit.form, "reason")}
        rows={2}
        hint={
          steps.includes("replacing")
            ? "差替えにするときは、何をなぜ直すのかを書きます。"
            : "書かなくてもかまいません。"
        }
      />
      <p className="actions">
        {steps.map((state) => (
          <button
            key={state}
            name="state"
            value={state}
            className={state === "confirmed" ? "button" : "button button-secondary"}
          >
            {section.state === state ? "いまの文章で確定し直す" : verbs[state]}
          </button>
        ))}
      </p>
    </Form>
  );
}
