import { mayTransferPeople } from "#domain/identity/index.ts";
import type { StaffRoute } from "../route.ts";
import { postCancellation, postDecision, showTransfer } from "./transfer-page.tsx";
import { downloadCsv, downloadTemplate, postTransfer, showTransfers } from "./transfers-page.tsx";

const may = mayTransferPeople;
const one = "/staff/transfers/:transferId";

/** The pages of 人事異動: many people moved on one day. */
export const transferRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/transfers", may, handle: (visit) => showTransfers(visit) },
  { method: "post", path: "/staff/transfers", may, handle: postTransfer },
  { method: "get", path: "/staff/transfers/list.xlsx", may, handle: downloadTemplate },
  { method: "get", path: "/staff/transfers/list.csv", may, handle: downloadCsv },
  { method: "get", path: one, may, handle: (visit) => showTransfer(visit) },
  { method: "post", path: `${one}/decision`, may, handle: postDecision },
  { method: "post", path: `${one}/cancellation`, may, handle: postCancellation },
];
