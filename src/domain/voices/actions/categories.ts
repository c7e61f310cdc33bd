import { record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { occasionRefusals, responseRefusals } from "../refusals.ts";
import { mayManageOccasions } from "../permissions.ts";
import type { Boilerplate, ResponseCategory } from "../response.ts";
import { boilerplatesIn, insertBoilerplate, markBoilerplateRemoved, saveBoilerplate } from "../store/boilerplates.ts";
import { categoriesIn, insertCategory, saveCategory } from "../store/categories.ts";

export type CategoryWords = Omit<ResponseCategory, "id" | "version">;

/** Adds a category (対応区分), or changes one when its id and version are given; a retired one stays where it was used. */
export async function keepCategory(
  ctx: Ctx,
  words: CategoryWords,
  standing?: Pick<ResponseCategory, "id" | "version">,
): Promise<Result<{ readonly id: string }>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  const named = { ...words, name: words.name.trim(), symbol: words.symbol.trim() };
  const fault = categoryFault(named);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const taken = (await categoriesIn(tx)).some(({ id, name }) => name === named.name && id !== standing?.id);
    if (taken) return refuse(responseRefusals.nameTaken);
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const category = { ...named, id, version };
    if (!standing) await insertCategory(tx, category);
    else if (!(await saveCategory(tx, category, ctx.clock.now()))) return refuse(occasionRefusals.stale);
    await record(tx, ctx, standing ? "voices.category.edited" : "voices.category.added", { categoryId: id });
    return accept({ id });
  });
}

function categoryFault({ name, symbol }: Pick<CategoryWords, "name" | "symbol">): Refusal | undefined {
  if (name === "") return responseRefusals.nameMissing;
  return symbol === "" || symbol.length > 4 ? responseRefusals.symbolMissing : undefined;
}

/** Adds a piece of boilerplate (定型文), or changes one when its id and version are given. */
export async function keepBoilerplate(
  ctx: Ctx,
  words: Omit<Boilerplate, "id" | "version">,
  standing?: Pick<Boilerplate, "id" | "version">,
): Promise<Result<{ readonly id: string }>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  const named = { ...words, title: words.title.trim(), content: words.content.trim() };
  if (named.title === "") return refuse(responseRefusals.nameMissing);
  if (named.content === "") return refuse(responseRefusals.contentMissing);
  return ctx.transaction(async (tx) => {
    const taken = (await boilerplatesIn(tx)).some(({ id, title }) => title === named.title && id !== standing?.id);
    if (taken) return refuse(responseRefusals.nameTaken);
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const boilerplate = { ...named, id, version };
    if (!standing) await insertBoilerplate(tx, boilerplate);
    else if (!(await saveBoilerplate(tx, boilerplate))) return refuse(occasionRefusals.stale);
    await record(tx, ctx, standing ? "voices.boilerplate.edited" : "voices.boilerplate.added", { boilerplateId: id });
    return accept({ id });
  });
}

/** Removes a piece of boilerplate; answers that were made of it keep their words. */
export async function removeBoilerplate(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageOccasions(ctx.actor), mayManageOccasions.sentence);
  return ctx.transaction(async (tx) => {
    const boilerplate = (await boilerplatesIn(tx)).find((each) => each.id === id);
    if (!boilerplate) throw new NotFound();
    await markBoilerplateRemoved(tx, boilerplate, ctx.clock.now());
    await record(tx, ctx, "voices.boilerplate.removed", { boilerplateId: id });
    return accept(null);
  });
}
