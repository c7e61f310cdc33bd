export { mailKind, mailPayload, queueMail, type Mail } from "./queue.ts";
export { openPostOffice, type PostOffice, type PostOfficeOptions } from "./post-office.ts";
