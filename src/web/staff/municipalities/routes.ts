import { mayManageMunicipalities } from "#domain/identity/index.ts";
import type { StaffRoute } from "../route.ts";
import { postCity, postHost, postHostRemoval, showMunicipalities } from "./municipalities-page.tsx";

const may = mayManageMunicipalities;

/** The page of all cities of the deployment. */
export const municipalitiesRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/municipalities", may, handle: (visit) => showMunicipalities(visit) },
  { method: "post", path: "/staff/municipalities", may, handle: postCity },
  { method: "post", path: "/staff/municipalities/:code/hosts", may, handle: postHost },
  { method: "post", path: "/staff/municipalities/:code/hosts/removal", may, handle: postHostRemoval },
];
