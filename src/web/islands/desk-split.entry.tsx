import { DeskSplit } from "./desk-split.tsx";
import { hydrate } from "./hydrate.tsx";

hydrate("desk-split", DeskSplit);
