export { openSignInDesk, type Caller, type SignInDesk, type SignInDeskOptions, type Zone } from "./sign-in/desk.ts";
export { enrolmentPath } from "./second-factor-policy.ts";
