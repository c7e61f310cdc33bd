import type { ReactNode } from "react";
import { addTag, listTags, mayManageOccasions, removeTag, renameTag } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, withQuery } from "./addresses.ts";
import { DeskFrame } from "./parts.tsx";
import { deskScene } from "./scene.ts";

type Listed = Awaited<ReturnType<typeof listTags>>;

/** The city's tags (印). */
export async function showTags(visit: Visit, refusal?: Refusal): Promise<Response> {
  const { ctx, query } = visit;
  const scene = await deskScene(ctx, query);
  const tags = await listTags(ctx);
  const mayManage = mayManageOccasions(ctx.actor);
  return page(
    <DeskFrame visit={visit} title="論点の印" scene={scene}>
      <p className="prose mb-4">まとめ先とは別に、論点をあとから探すための言葉です。</p>
      {tags.length === 0 && <Empty title="印はまだありません" />}
      <ul className="list-plain grid gap-3">
        {tags.map((tag) => (
          <li key={tag.id}>
            <TagLine tag={tag} mayManage={mayManage} />
          </li>
        ))}
      </ul>
      {mayManage && (
        <Form action={addressOf.tags} refusal={refusal}>
          <TextField name="name" label="新しい印" refusal={refusal} value={refusal && text(visit.form, "name")} />
          <p className="actions">
            <button className="button" name="act" value="add">
              印を加える
            </button>
          </p>
        </Form>
      )}
    </DeskFrame>,
    refusal ? 422 : 200,
  );
}

function TagLine({ tag, mayManage }: { readonly tag: Listed[number]; readonly mayManage: boolean }): ReactNode {
  const points = <a href={withQuery(addressOf.points, { tag: tag.id })}>{tag.points}件の論点</a>;
  if (!mayManage)
    return (
      <>
        {tag.name}（{points}）
      </>
    );
  return (
    <Form action={addressOf.tags} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={tag.id} />
      <input name="name" className="input input-short" defaultValue={tag.name} aria-label={`印「${tag.name}」の名前`} />
      {points}
      <button className="button button-secondary button-small" name="act" value="rename">
        名前を変える
      </button>
      <button className="button button-danger button-small" name="act" value="remove">
        削除する
      </button>
    </Form>
  );
}

export async function saveTags(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const tag = { id: text(form, "id"), name: text(form, "name") };
  const act = text(form, "act");
  const result = await (act === "remove"
    ? removeTag(ctx, tag)
    : act === "rename"
      ? renameTag(ctx, tag)
      : addTag(ctx, tag));
  return result.ok ? onwards(addressOf.tags, "saved") : showTags(visit, result.refusal);
}
