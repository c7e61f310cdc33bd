import {
  mayManageDivisions,
  mayManagePeople,
  maySeeDivisions,
  maySeePeople,
  maySeePermissions,
  maySetSignInPolicy,
  mayUseOwnAccount,
} from "#domain/identity/index.ts";
import type { Handle } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { postOtherSignInsEnd, postPassword, postSignInEnd, showAccount, showPassword } from "./account.tsx";
import { postAbolition, postDivisionChange, showAbolition, showDivision, showDivisionChange } from "./division.tsx";
import { postDivision, showDivisions, showNewDivision } from "./divisions.tsx";
import { postChoosePassword, postForgotten, showChoosePassword, showForgotten } from "./password-links.tsx";
import { downloadPeople, showPeople } from "./people.tsx";
import { downloadPermissions, showPermissions } from "./permissions.tsx";
import { postEdit, postGrant, postPost, showEdit, showNewGrant, showNewPost } from "./person-acts.tsx";
import {
  postGrantEnd,
  postPostEnd,
  postRetirement,
  showGrantEnd,
  showPostEnd,
  showRetirement,
} from "./person-endings.tsx";
import { postPerson, showNewPerson } from "./person-new.tsx";
import { postInvitation, postReinstatement, postSecondFactorRemoval, postUnlocking, showPerson } from "./person.tsx";
import { postConfirmation, postSecondFactor, postSecondFactorChange, showSecondFactor } from "./second-factor.tsx";
import { postSetUp, showSetUp } from "./set-up.tsx";
import { postSignInPolicy, showSignInPolicy } from "./sign-in-policy.tsx";
import { postCode, postSignIn, postSignOut, showCode, showSignIn } from "./sign-in.tsx";
import { showSignIns } from "./sign-ins.tsx";
import { wayRoutes } from "./ways/routes.ts";

type May = StaffRoute["may"];

function get(path: string, may: May, handle: Handle): StaffRoute {
  return { method: "get", path, may, handle };
}

function post(path: string, may: May, handle: Handle): StaffRoute {
  return { method: "post", path, may, handle };
}

/** A page at which the form it holds is sent to its own address. */
function form(path: string, may: May, show: Handle, send: Handle): StaffRoute[] {
  return [get(path, may, show), post(path, may, send)];
}

function beforeEnrolment(route: StaffRoute): StaffRoute {
  return { ...route, beforeEnrolment: true };
}

const door: readonly StaffRoute[] = [
  ...form("/staff/sign-in", "anyone", showSignIn, postSignIn),
  ...form("/staff/sign-in/code", "anyone", showCode, postCode),
  post("/staff/sign-out", "anyone", postSignOut),
  ...form("/staff/invitation", "anyone", showChoosePassword, postChoosePassword),
  ...form("/staff/new-password", "anyone", showChoosePassword, postChoosePassword),
  ...form("/staff/forgotten-password", "anyone", showForgotten, postForgotten),
  ...form("/staff/set-up", "anyone", showSetUp, postSetUp),
  ...form("/staff/account/second-factor", mayUseOwnAccount, showSecondFactor, postSecondFactor),
  post("/staff/account/second-factor/confirmation", mayUseOwnAccount, postConfirmation),
].map(beforeEnrolment);

const account: readonly StaffRoute[] = [
  get("/staff/account", mayUseOwnAccount, showAccount),
  ...form("/staff/account/password", mayUseOwnAccount, showPassword, postPassword),
  post("/staff/account/second-factor/change", mayUseOwnAccount, postSecondFactorChange),
  post("/staff/account/sign-ins/others/end", mayUseOwnAccount, postOtherSignInsEnd),
  post("/staff/account/sign-ins/:signInId/end", mayUseOwnAccount, postSignInEnd),
];

const divisions: readonly StaffRoute[] = [
  get("/staff/divisions", maySeeDivisions, showDivisions),
  post("/staff/divisions", mayManageDivisions, postDivision),
  get("/staff/divisions/new", mayManageDivisions, showNewDivision),
  get("/staff/divisions/:divisionId", maySeeDivisions, showDivision),
  ...form("/staff/divisions/:divisionId/change", mayManageDivisions, showDivisionChange, postDivisionChange),
  ...form("/staff/divisions/:divisionId/abolition", mayManageDivisions, showAbolition, postAbolition),
];

const person = "/staff/people/:personId";

const people: readonly StaffRoute[] = [
  get("/staff/people", maySeePeople, showPeople),
  get("/staff/people.csv", maySeePeople, downloadPeople),
  post("/staff/people", mayManagePeople, postPerson),
  get("/staff/people/new", mayManagePeople, showNewPerson),
  get("/staff/people/sign-ins", maySeePeople, showSignIns),
  ...form("/staff/people/sign-in-policy", maySetSignInPolicy, showSignInPolicy, postSignInPolicy),
  get(person, maySeePeople, showPerson),
  ...form(`${person}/edit`, mayManagePeople, showEdit, postEdit),
  post(`${person}/invitation`, mayManagePeople, postInvitation),
  post(`${person}/unlocking`, mayManagePeople, postUnlocking),
  post(`${person}/second-factor-removal`, mayManagePeople, postSecondFactorRemoval),
  ...form(`${person}/retirement`, mayManagePeople, showRetirement, postRetirement),
  post(`${person}/reinstatement`, mayManagePeople, postReinstatement),
  ...form(`${person}/posts/new`, mayManagePeople, showNewPost, postPost),
  ...form(`${person}/posts/:postId`, mayManagePeople, showPostEnd, postPostEnd),
  ...form(`${person}/grants/new`, mayManagePeople, showNewGrant, postGrant),
  ...form(`${person}/grants/:grantId`, mayManagePeople, showGrantEnd, postGrantEnd),
];

/**
 * The pages of people, divisions and signing in.
 * @param routes the map of the whole staff site, for the table of permissions
 */
export function identityRoutes(routes: () => readonly StaffRoute[]): readonly StaffRoute[] {
  return [
    ...door,
    ...account,
    ...divisions,
    ...wayRoutes,
    ...people,
    get("/staff/permissions", maySeePermissions, showPermissions(routes)),
    get("/staff/permissions.csv", maySeePermissions, downloadPermissions(routes)),
  ];
}
