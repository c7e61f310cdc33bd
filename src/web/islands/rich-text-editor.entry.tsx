import { hydrate } from "./hydrate.tsx";
import { RichTextEditor } from "./rich-text-editor.tsx";

hydrate("rich-text-editor", RichTextEditor);
