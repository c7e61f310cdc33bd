import type { TemplateState } from "#domain/plan/index.ts";
import type { Tone } from "#web/ui/parts.tsx";

export const stateTones: Readonly<Record<TemplateState, Tone>> = { kept: "caution", used: "good", withdrawn: "plain" };
