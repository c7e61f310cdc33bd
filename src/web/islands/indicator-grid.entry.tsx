import { hydrate } from "./hydrate.tsx";
import { IndicatorGrid } from "./indicator-grid.tsx";

hydrate("indicator-grid", IndicatorGrid);
