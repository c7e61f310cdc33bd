import { wakePublicForm } from "./public-form.ts";

wakePublicForm();
