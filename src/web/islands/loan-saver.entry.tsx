import { hydrate } from "./hydrate.tsx";
import { LoanSaver } from "./loan-saver.tsx";

hydrate("loan-saver", LoanSaver);
