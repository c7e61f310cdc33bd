import { wakeStaffPage } from "./staff-page.ts";

wakeStaffPage();
