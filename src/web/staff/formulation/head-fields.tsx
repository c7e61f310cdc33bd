import type { ReactNode } from "react";
import {
  resolutionLabels,
  resolutions,
  reviewLabels,
  reviews,
  type FormulationHead,
} from "#domain/formulation/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Choices, TextArea, TextField } from "#web/ui/forms.tsx";
import { text } from "#web/visit.ts";
import type { ComparedField } from "../stale-comparison.tsx";

interface Props {
  readonly head: FormulationHead;
  readonly refusal: Refusal | undefined;
}

/** The frame of a formulation: its policy's title, the 基本構想, what the assembly decides. */
export function HeadFields({ head, refusal }: Props): ReactNode {
  return (
    <>
      <TextField name="title" label="策定方針の題名" value={head.title} required refusal={refusal} />
      <Choices
        name="review"
        label="基本構想の見直し"
        options={reviews.map((value) => ({ value, label: reviewLabels[value] }))}
        chosen={[head.review]}
      />
      <TextArea
        name="reviewReason"
        label="基本構想についての説明"
        hint="据え置く、または一部だけ見直すときは、その理由を書きます。"
        rows={3}
        value={head.reviewReason}
        refusal={refusal}
      />
      <Choices
        name="resolution"
        label="議会の議決"
        hint="議決には、条例の根拠が要ります（地方自治法第96条第2項）。"
        options={resolutions.map((value) => ({ value, label: resolutionLabels[value] }))}
        chosen={[head.resolution]}
      />
      <TextField
        name="ordinance"
        label="根拠になる条例"
        hint="例：みほん市議会の議決すべき事件を定める条例第2条"
        value={head.ordinance}
        refusal={refusal}
      />
    </>
  );
}

/** Two heads beside each other. */
export function comparedHeads(now: FormulationHead, mine: FormulationHead): ComparedField[] {
  return [
    { label: "策定方針の題名", now: now.title, mine: mine.title },
    { label: "基本構想の見直し", now: reviewLabels[now.review], mine: reviewLabels[mine.review] },
    { label: "基本構想についての説明", now: now.reviewReason, mine: mine.reviewReason },
    { label: "議会の議決", now: resolutionLabels[now.resolution], mine: resolutionLabels[mine.resolution] },
    { label: "根拠になる条例", now: now.ordinance, mine: mine.ordinance },
  ];
}

export function headIn(form: FormData): FormulationHead {
  return {
    title: text(form, "title"),
    review: reviews.find((each) => each === text(form, "review")) ?? "whole",
    reviewReason: text(form, "reviewReason"),
    resolution: resolutions.find((each) => each === text(form, "resolution")) ?? "none",
    ordinance: text(form, "ordinance"),
  };
}
