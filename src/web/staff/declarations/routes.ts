import {
  mayCheckDeclarations,
  mayReadDeclarations,
  maySeeContacts,
  mayWritePartnerships,
} from "#domain/declarations/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { accept, refuse, removeContact, showContact, showDeclaration } from "./declaration-page.tsx";
import { showList } from "./list-page.tsx";
import { savePartnership, showPartnerships } from "./partnerships-page.tsx";

const one = addressOf.declaration(":number");
const partnerships = addressOf.partnerships(":node");

/** Declarations (宣言) and with whom measures are carried out (協働の相手). */
export const declarationRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.home, may: mayReadDeclarations, handle: showList },
  { method: "get", path: partnerships, may: mayReadDeclarations, handle: showPartnerships },
  { method: "post", path: partnerships, may: mayWritePartnerships, handle: savePartnership },
  { method: "get", path: one, may: mayReadDeclarations, handle: showDeclaration },
  { method: "post", path: `${one}/acceptance`, may: mayCheckDeclarations, handle: accept },
  { method: "post", path: `${one}/refusal`, may: mayCheckDeclarations, handle: refuse },
  { method: "post", path: `${one}/contact`, may: maySeeContacts, handle: showContact },
  { method: "post", path: `${one}/contact/disposal`, may: maySeeContacts, handle: removeContact },
];
