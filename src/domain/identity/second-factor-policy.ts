export const enrolmentPath = "/staff/account/second-factor";
