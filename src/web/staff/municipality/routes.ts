import { mayEditMunicipality } from "#domain/identity/index.ts";
import type { StaffRoute } from "../route.ts";
import { saveMunicipality, showMunicipality } from "./municipality-page.tsx";

export const municipalityRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/municipality", may: mayEditMunicipality, handle: (visit) => showMunicipality(visit) },
  { method: "post", path: "/staff/municipality", may: mayEditMunicipality, handle: saveMunicipality },
];
