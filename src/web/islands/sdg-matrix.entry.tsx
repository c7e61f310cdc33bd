import { hydrate } from "./hydrate.tsx";
import { SdgMatrix } from "./sdg-matrix.tsx";

hydrate("sdg-matrix", SdgMatrix);
