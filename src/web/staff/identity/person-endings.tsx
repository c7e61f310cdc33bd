import {
  endGrant,
  endPost,
  personPage,
  retirePerson,
  roleLabels,
  type PersonPage as PersonContent,
} from "#domain/identity/index.ts";
import { addDays, isDay } from "#kernel/day.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { Choices, TextField } from "#web/ui/forms.tsx";
import { text, type Visit } from "#web/visit.ts";
import { answer, entered } from "./entered.ts";
import { actPage, back } from "./person-acts.tsx";
import { personIdOf } from "./person.tsx";

interface EndPage {
  readonly title: string;
  readonly path: string;
  readonly words: string;
  readonly untilOn: string | null;
}

function endPage(
  visit: Visit,
  person: PersonContent,
  end: EndPage & { readonly refusal: Refusal | undefined },
): Response {
  const { refusal, words, untilOn } = end;
  const today = visit.ctx.clock.today();
  const hint = `この日まで続きます。今すぐ終えるときは、きのうの日付（${dateWithBoth(addDays(today, -1))}）にします。`;
  const fields = (
    <TextField
      name="untilOn"
      label="終わりの日"
      type="date"
      required
      short
      hint={hint}
      value={entered(visit, "untilOn", untilOn ?? today)}
      refusal={refusal}
    />
  );
  return actPage(visit, person, {
    ...end,
    button: "この日で終える",
    before: <p className="prose mb-6">{words}</p>,
    fields,
  });
}

export async function showPostEnd(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  const post = person.allPosts.find((each) => each.id === visit.params["postId"]);
  if (!post) throw new NotFound();
  return endPage(visit, person, {
    title: "所属を終える",
    path: `/posts/${post.id}`,
    words: post.words,
    untilOn: post.untilOn,
    refusal,
  });
}

export async function postPostEnd(visit: Visit): Promise<Response> {
  const result = await endPost(visit.ctx, {
    personId: personIdOf(visit),
    id: visit.params["postId"] ?? "",
    untilOn: text(visit.form, "untilOn"),
  });
  return answer(
    result,
    () => back(visit),
    (refusal) => showPostEnd(visit, refusal),
  );
}

export async function showGrantEnd(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  const grant = person.grants.find((each) => each.id === visit.params["grantId"]);
  if (!grant) throw new NotFound();
  return endPage(visit, person, {
    title: "役割を終える",
    path: `/grants/${grant.id}`,
    words: roleLabels[grant.role],
    untilOn: grant.untilOn,
    refusal,
  });
}

export async function postGrantEnd(visit: Visit): Promise<Response> {
  const result = await endGrant(visit.ctx, {
    personId: personIdOf(visit),
    id: visit.params["grantId"] ?? "",
    untilOn: text(visit.form, "untilOn"),
  });
  return answer(
    result,
    () => back(visit),
    (refusal) => showGrantEnd(visit, refusal),
  );
}

export async function showRetirement(visit: Visit, refusal?: Refusal): Promise<Response> {
  const person = await personPage(visit.ctx, personIdOf(visit));
  const today = visit.ctx.clock.today();
  const options = [
    { value: "now", label: "今すぐ", hint: "開いているサインインも、すべて終わります。" },
    { value: "after", label: "日付を決める", hint: "退職や異動の前に登録しておくとき。" },
  ];
  const fields = (
    <>
      <Choices name="when" label="いつ終えますか" options={options} chosen={[entered(visit, "when", "now")]} />
      <TextField
        name="untilOn"
        label="使える最後の日（日付を決めるとき）"
        type="date"
        short
        value={entered(visit, "untilOn", today)}
        refusal={refusal}
      />
    </>
  );
  const before = (
    <p className="prose mb-6">所属と役割も終わります。氏名は、これまでの記録に残ります。あとから再開できます。</p>
  );
  return actPage(visit, person, {
    title: "利用を終える",
    path: "/retirement",
    button: "利用を終える",
    isGrave: true,
    before,
    fields,
    refusal,
  });
}

export async function postRetirement(visit: Visit): Promise<Response> {
  const lastDay = text(visit.form, "untilOn");
  const isLater = text(visit.form, "when") === "after";
  const retiredOn = isLater ? (isDay(lastDay) ? addDays(lastDay, 1) : "") : visit.ctx.clock.today();
  const result = await retirePerson(visit.ctx, { id: personIdOf(visit), retiredOn });
  return answer(
    result,
    () => back(visit),
    (refusal) => showRetirement(visit, refusal),
  );
}
