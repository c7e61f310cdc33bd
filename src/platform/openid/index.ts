export { openIdClient, type Departure, type OpenIdClient, type OpenIdProvider, type Arrival } from "./client.ts";
export { OpenIdDown, OpenIdRefused } from "./faults.ts";
