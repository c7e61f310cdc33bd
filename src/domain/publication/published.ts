export type { Openness, PublicationHead, PublicationSource } from "./source.ts";
