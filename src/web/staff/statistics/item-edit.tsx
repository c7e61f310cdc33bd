import { editItem, itemByCode, type Direction, type ItemWords } from "#domain/statistics/index.ts";
import { halfWidth } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextArea, TextField } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { directionText } from "#web/ui/statistics/words.ts";
import { text, type Visit } from "#web/visit.ts";
import { addressOf, homeCrumb } from "./addresses.ts";

export async function showItemEdit(visit: Visit): Promise<Response> {
  return answer(visit);
}

async function answer(
  visit: Visit,
  refused?: { readonly refusal: Refusal; readonly words: ItemWords },
): Promise<Response> {
  const { item, dataSet } = await itemByCode(visit.ctx, visit.params["item"] ?? "");
  const words = refused?.words ?? item;
  const refusal = refused?.refusal;
  const crumbs = [
    homeCrumb,
    { href: addressOf.dataSet(dataSet.code), label: dataSet.name },
    { href: addressOf.item(item.code), label: item.name },
  ];
  const element = (
    <StaffPage visit={visit} title="項目を直す" crumbs={crumbs}>
      <Form action={addressOf.itemEdit(item.code)} refusal={refusal} className="form max-w-2xl">
        <input type="hidden" name="version" value={text(visit.form, "version") || item.version} />
        <TextField name="name" label="項目の名前" value={words.name} required refusal={refusal} />
        <TextField
          name="unit"
          label="単位"
          hint="例：人、％。単位のない指数は空けておきます。"
          value={words.unit}
          short
          refusal={refusal}
        />
        <TextField
          name="decimals"
          label="小数の桁数"
          value={words.decimals}
          inputMode="numeric"
          short
          refusal={refusal}
        />
        <Choices
          name="direction"
          label="よい・悪いの向き"
          hint="順位の数え方と、市民のページの言葉が変わります。"
          options={(["up", "down", ""] as const).map((value) => ({
            value,
            label: directionText(value === "" ? null : value),
          }))}
          chosen={[words.direction ?? ""]}
          refusal={refusal}
        />
        <TextArea
          name="description"
          label="説明"
          hint="何を数えたものか、見るときに気を付けること。"
          rows={4}
          value={words.description}
          refusal={refusal}
        />
        <Choices
          name="isPublic"
          label="市民のページ"
          kind="checkbox"
          options={[{ value: "yes", label: "次に公開するときに載せる" }]}
          chosen={words.isPublic ? ["yes"] : []}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">保存する</button>
          <a className="button button-quiet" href={addressOf.item(item.code)}>
            やめる
          </a>
        </p>
      </Form>
    </StaffPage>
  );
  return page(element, refusal ? 422 : 200);
}

function sentWords(form: FormData): ItemWords {
  const direction = text(form, "direction");
  const decimals = halfWidth(text(form, "decimals"));
  return {
    name: text(form, "name"),
    unit: text(form, "unit"),
    decimals: /^\d$/.test(decimals) ? Number(decimals) : -1,
    direction: direction === "up" || direction === "down" ? (direction satisfies Direction) : null,
    description: text(form, "description"),
    isPublic: text(form, "isPublic") === "yes",
  };
}

export async function saveItemEdit(visit: Visit): Promise<Response> {
  const { ctx, form, params } = visit;
  const { item } = await itemByCode(ctx, params["item"] ?? "");
  const words = sentWords(form);
  const saved = await editItem(ctx, { id: item.id, version: Number(text(form, "version")), ...words });
  return saved.ok ? onwards(addressOf.item(item.code), "saved") : answer(visit, { refusal: saved.refusal, words });
}
