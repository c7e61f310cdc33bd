import { intakeLimits } from "#domain/consultations/submissions.ts";
import { voiceByReceipt } from "#domain/voices/submissions.ts";
import { page } from "#web/answer.tsx";
import type { PublicFormVisit, PublicRoute } from "#web/public/route.ts";
import { OwnVoicePage } from "./own-voice-page.tsx";
import { ReceiptForm, receiptRefusals } from "./receipt-form.tsx";

/**
 * Where a sender follows the own voice. The receipt is posted and stands in no address, log or history; the answer is kept by nobody,
 * and is the same for every receipt that is none of ours.
 */
export const receiptRoutes: readonly PublicRoute[] = [
  { method: "get", path: "/receipts", form: true, handle: ({ site }) => page(<ReceiptForm site={site} />) },
  { method: "post", path: "/receipts", form: true, handle: lookUp },
];

async function lookUp({ site, ctx, form, mayStill }: PublicFormVisit): Promise<Response> {
  const value = form.get("receipt");
  const typed = typeof value === "string" ? value.slice(0, 100) : "";
  const { lookups } = await intakeLimits(ctx);
  if (!mayStill("receipt", { burst: lookups, perMinute: lookups }))
    return page(<ReceiptForm site={site} typed={typed} refusal={receiptRefusals.tooMany} />, 429);
  const voice = await voiceByReceipt(ctx, typed);
  if (!voice) return page(<ReceiptForm site={site} typed={typed} refusal={receiptRefusals.unknown} />, 422);
  return page(<OwnVoicePage site={site} voice={voice} />);
}
