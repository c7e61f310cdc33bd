import { hydrate } from "./hydrate.tsx";
import { TargetPaste } from "./target-paste.tsx";

hydrate("target-paste", TargetPaste);
