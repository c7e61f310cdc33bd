import { keepFresh } from "./page-refresh.ts";

keepFresh();
