import { useState, type ReactNode } from "react";
import type { PanelProps } from "./toolbar.tsx";

/** What the server tells of a picture that was sent. */
export type PictureAnswer =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly message: string };

/** A picture with the words that stand for it, which are required; or those of the figure that is chosen. */
export function FigureFields({ editor, label, onDone, address }: PanelProps & { readonly address: string }): ReactNode {
  const isChosen = editor.isActive("figure");
  const chosen = isChosen ? editor.getAttributes("figure") : {};
  const [picture, setPicture] = useState<File>();
  const [alternative, setAlternative] = useState<string>(String(chosen["alternative"] ?? ""));
  const [caption, setCaption] = useState<string>(String(chosen["caption"] ?? ""));
  const [fault, setFault] = useState("");
  const apply = async () => {
    if (alternative.trim() === "")
      return setFault("図の代わりになる説明を入力してください。目の見えない人が読みます。");
    if (!isChosen && !picture) return setFault("PNGかJPEGの図を選んでください。");
    const sent = picture ? await sendPicture(address, picture) : undefined;
    if (sent && !sent.ok) return setFault(sent.message);
    const attrs = {
      ...chosen,
      ...(sent && { file: sent.file }),
      alternative: alternative.trim(),
      caption: caption.trim(),
    };
    if (isChosen) editor.chain().focus().updateAttributes("figure", attrs).run();
    else editor.chain().focus().insertContent({ type: "figure", attrs }).run();
    onDone();
  };
  return (
    <div className="editor-panel" onInput={(event) => event.stopPropagation()}>
      <label className="field">
        <span className="field-label">{isChosen ? "図を差し替える（PNG・JPEG）" : "図（PNG・JPEG、5MBまで）"}</span>
        <input
          type="file"
          accept="image/png,image/jpeg"
          className="input"
          onChange={(event) => setPicture(event.target.files?.[0])}
        />
      </label>
      <label className="field">
        <span className="field-label">図の代わりになる説明（必須）</span>
        <textarea
          className="input"
          rows={2}
          aria-label={`${label}の図の代わりになる説明`}
          value={alternative}
          onChange={(event) => setAlternative(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">図の名前</span>
        <input type="text" className="input" value={caption} onChange={(event) => setCaption(event.target.value)} />
      </label>
      {fault !== "" && (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
      <button type="button" className="button button-secondary button-small" onClick={() => void apply()}>
        {isChosen ? "図を直す" : "図を入れる"}
      </button>
    </div>
  );
}

async function sendPicture(address: string, picture: File): Promise<PictureAnswer> {
  const body = new FormData();
  body.append("picture", picture);
  const answer = await fetch(address, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
  const told = await answer?.json().catch(() => undefined);
  return (
    (told as PictureAnswer | undefined) ?? {
      // written by our own route
      ok: false,
      message: "図を送れませんでした。通信とサインインを確かめて、もう一度行ってください。",
    }
  );
}
