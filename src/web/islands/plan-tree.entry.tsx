import { hydrate } from "./hydrate.tsx";
import { PlanTree } from "./plan-tree.tsx";

hydrate("plan-tree", PlanTree);
