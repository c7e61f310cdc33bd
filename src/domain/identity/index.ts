export { chartOn, periodOn, type Division, type DivisionOnDay, type DivisionPeriod } from "./division.ts";
export {
  abolishDivision,
  changeDivision,
  createDivision,
  type AbolitionInput,
  type DivisionInput,
} from "./actions/divisions.ts";
export {
  actAsDeputy,
  deputiesPage,
  endDeputyship,
  nameDeputy,
  type DeputiesPage,
  type DeputyRow,
} from "./actions/deputies.ts";
export { addCity, addHost, deploymentPage, removeHost, type Deployment } from "./actions/deployment.ts";
export type { NewCity } from "./deployment.ts";
export {
  addPost,
  endGrant,
  endPost,
  grantRole,
  reinstatePerson,
  retirePerson,
  type Ending,
  type PostInput,
} from "./actions/grants.ts";
export {
  cancelTransfer,
  decideTransfer,
  draftTransfer,
  listTransfers,
  transferPage,
  type TransferDecision,
  type TransferPage,
} from "./actions/transfers.ts";
export { fieldHeads, moveLabels, transferRefusals } from "./transfers/labels.ts";
export { transferFields, type TransferFault, type TransferField } from "./transfers/line.ts";
export { changes, holdsSeveral, type Move, type MoveKind, type MovePlan } from "./transfers/moves.ts";
export { transferRows, type TransferRow } from "./transfers/queries.ts";
export type { TransferStep } from "./transfers/steps.ts";
export type { Transfer } from "./store/transfers.ts";
export { editMunicipality, ownMunicipality } from "./actions/municipality.ts";
export {
  choosePassword,
  ownerOfLink,
  requestNewPassword,
  type LinkOwner,
  type PasswordChoice,
  type Sending,
} from "./actions/links.ts";
export { editPerson, inviteAgain, invitePerson, type Invited, type NewPerson } from "./actions/people.ts";
export { createPersonWithPassword, finishSetUp, isSetUpOpen, openSetUp, type SetUpInput } from "./actions/set-up.ts";
export { demandLabels, outcomeLabels, roleHints, roleLabels, stateLabels } from "./labels.ts";
export { momentWords } from "./mails.ts";
export { changedFacts, prefectureOf, type MunicipalityFacts } from "./municipality.ts";
export { shortestPassword } from "./password.ts";
export { isRole, type Person, type PersonState, type Post, type RoleGrant } from "./person.ts";
export * from "./permissions.ts";
export {
  attemptsOnPage,
  colleaguesHolding,
  countPeople,
  divisionHistory,
  divisionName,
  divisionsOn,
  listPeople,
  listSignInAttempts,
  ownRecord,
  peopleHolding,
  peopleNames,
  personPage,
  type AttemptLine,
  type Colleague,
  type OwnRecord,
  type PeopleFilter,
  type PersonPage,
  type PersonRow,
} from "./queries.ts";
export {
  demands,
  enrolmentPath,
  isDemand,
  mustHaveSecondFactor,
  type Demand,
  type SecondFactorPolicy,
} from "./second-factor-policy.ts";
export { makeActorOf, signedInActor, signInToken, type SignedInInput } from "./sign-in/actor.ts";
export { unlockPerson } from "./sign-in/attempts.ts";
export { signInByDirectory, type DirectoryInput } from "./sign-in/directory.ts";
export { doorWays, type DoorWays } from "./sign-in/door.ts";
export { finishOidc, oidcEndAddress, oidcReturnPath, startOidc } from "./sign-in/oidc.ts";
export {
  askForPasskey,
  canRegisterPasskey,
  isPasskeyOffered,
  ownPasskeys,
  registerPasskey,
  removeOwnPasskey,
  removePasskeyOf,
  signInByPasskey,
  startPasskey,
  type PasskeyAnswer,
  type PasskeyRound,
} from "./sign-in/passkeys.ts";
export { signInHealth, tryWay } from "./sign-in/trial.ts";
export { openSignInDesk, type Caller, type SignInDesk, type SignInDeskOptions, type Zone } from "./sign-in/desk.ts";
export {
  changePassword,
  endOtherSignIns,
  endOwnSignIn,
  ownSignIns,
  type OwnSignIn,
  type PasswordChange,
} from "./sign-in/own-account.ts";
export {
  confirmSecondFactor,
  forgetSecondFactors,
  removeOwnSecondFactor,
  removeSecondFactorOf,
  renewBackupCodes,
  secondFactorPolicy,
  setSecondFactorPolicy,
  startSecondFactor,
  type Enrolled,
} from "./sign-in/second-factor.ts";
export {
  confirmCode,
  isCodeAsked,
  signIn,
  signOut,
  type CodeInput,
  type SignedIn,
  type SignedOut,
} from "./sign-in/sign-in.ts";
export {
  decidedWays,
  decideWays,
  setEmployeeNumber,
  setUpLdap,
  setUpOidc,
  signInKeysOf,
  untieAccounts,
  type DecidedWays,
  type SignInKeys,
} from "./actions/sign-in-ways.ts";
export type { Passkey } from "./store/passkeys.ts";
export { matchLabels, placeLabels, trialLabels, wayLabels, type Trial } from "./ways/labels.ts";
export { matches, type LdapSettings, type Match, type OidcSettings } from "./ways/settings.ts";
export { isOpen, places, signInWays, type Place, type SignInWay, type WayRule, type WayRules } from "./ways/way.ts";
