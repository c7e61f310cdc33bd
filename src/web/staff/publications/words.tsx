import type { ReactNode } from "react";
import {
  opennessLabels,
  stateLabels,
  stateOf,
  undecidedStamp,
  type Openness,
  type PublicationRecord,
} from "#domain/publication/index.ts";
import { Badge, type Tone } from "#web/ui/parts.tsx";

/** 公表, or 検討中として公開 with its stamp. */
export function OpennessMark({ openness }: { readonly openness: Openness }): ReactNode {
  return (
    <>
      {opennessLabels[openness]}
      {openness === "discussion" && <span className="stamp ml-2">{undecidedStamp}</span>}
    </>
  );
}

const tones = { current: "good", superseded: "plain", withdrawn: "caution", purged: "bad" } as const satisfies Record<
  string,
  Tone
>;

export function StateMark({ publication }: { readonly publication: PublicationRecord }): ReactNode {
  const state = stateOf(publication);
  return <Badge tone={tones[state]}>{stateLabels[state]}</Badge>;
}

/** A term and what stands for it, as one line of a list of facts. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9em_1fr]">
      <dt className="text-solid-gray-700">{name}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  );
}

/** A hash that may break anywhere and is read as code. */
export function Hash({ hash }: { readonly hash: string }): ReactNode {
  return <code className="break-all text-[0.875rem]">{hash}</code>;
}
