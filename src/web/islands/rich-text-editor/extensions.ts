import { StarterKit } from "@tiptap/starter-kit";

/** What a plan's text may hold, and nothing else that could be pasted: the same parts as the kernel's rich text. */
export const editorExtensions = [
  StarterKit.configure({
    heading: { levels: [3, 4] },
    link: { openOnClick: false, autolink: false, defaultProtocol: "https", isAllowedUri: (href) => isLink(href) },
    italic: false,
    strike: false,
    underline: false,
    code: false,
    codeBlock: false,
    blockquote: false,
    horizontalRule: false,
  }),
];

/** Whether a text may be the address of a link, as the kernel's rich text allows it. */
export function isLink(href: string): boolean {
  return /^(https?:|mailto:|\/)/.test(href.trim());
}

/** Tab moves on to the next field also from within a list, so that nobody is caught in the editor. */
export function leavesTabToTheBrowser(_view: unknown, event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === "Tab" && !event.isComposing;
}
