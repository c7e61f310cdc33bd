import type { ReactNode } from "react";
import { finishSetUp, isSetUpOpen, momentWords, signIn, type Invited } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { DoorPage } from "./door-page.tsx";
import { entered, secret } from "./entered.ts";
import { asksToShow, NewPasswordFields, ShowButton } from "./password-fields.tsx";
import { withCookies } from "./sign-in.tsx";

interface SetUpPageProps {
  readonly visit: Visit;
  readonly refusal?: Refusal | undefined;
}

function SetUpPage({ visit, refusal }: SetUpPageProps): ReactNode {
  const shared = { refusal };
  const value = (name: string) => entered(visit, name);
  const isInside = visit.signInDesk.zone === "inside";
  return (
    <DoorPage visit={visit} title="はじめの設定">
      <p className="mb-6">
        総合計画づくりを、ここから始めます。あなたが最初のシステム管理者になります。この画面は一度だけ使えます。
      </p>
      <Form action="/staff/set-up" refusal={refusal}>
        <input type="hidden" name="token" value={entered(visit, "token", visit.query.get("token") ?? "")} />
        <TextField
          {...shared}
          name="city"
          label="市の名前"
          hint="例 みほん市。市民のページと職員のページの、すべての見出しに出ます。"
          autoComplete="organization"
          required
          value={value("city")}
        />
        <h2 className="text-[1.25rem]">あなたについて</h2>
        <TextField
          {...shared}
          name="division"
          label="所属する課"
          hint="例 企画課。部や係は、あとから加えられます。"
          required
          value={value("division")}
        />
        <TextField {...shared} name="name" label="氏名" autoComplete="name" required value={value("name")} />
        <TextField {...shared} name="kana" label="ふりがな" value={value("kana")} />
        <TextField
          {...shared}
          name="email"
          label="メールアドレス"
          type="email"
          autoComplete="username"
          required
          value={value("email")}
        />
        <NewPasswordFields visit={visit} refusal={refusal} />
        <h2 className="text-[1.25rem]">計画を担当する人</h2>
        <Choices
          name="planning"
          label="計画をつくり、公表を決める人"
          options={planningOptions}
          chosen={[entered(visit, "planning", "self")]}
        />
        <TextField
          {...shared}
          name="plannerName"
          label="担当する人の氏名（ほかの人のとき）"
          value={value("plannerName")}
        />
        <TextField
          {...shared}
          name="plannerEmail"
          label="担当する人のメールアドレス（ほかの人のとき）"
          type="email"
          value={value("plannerEmail")}
        />
        <h2 className="text-[1.25rem]">サインインの守り</h2>
        <Choices
          name="secondFactor"
          label="システム管理者のサインインに、認証アプリの確認コードを求めますか"
          hint="あとから変えられます。"
          options={secondFactorOptions}
          chosen={[entered(visit, "secondFactor", isInside ? "no" : "yes")]}
        />
        <div className="actions">
          <button className="button">はじめる</button>
          <ShowButton />
        </div>
      </Form>
    </DoorPage>
  );
}

const planningOptions = [
  { value: "self", label: "わたしが兼ねる" },
  { value: "other", label: "ほかの人を招く", hint: "下に氏名とメールアドレスを入れてください。" },
];
const secondFactorOptions = [
  { value: "yes", label: "求める", hint: "インターネットから使うときは、こちらをお勧めします。" },
  { value: "no", label: "求めない", hint: "庁内だけで使うとき、試しに使うとき。" },
];

function ClosedPage({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <DoorPage visit={visit} title="はじめの設定は終わっています">
      <p>このアドレスは使えません。すでに設定が終わったか、新しいアドレスが出されています。</p>
      <p className="mt-4">まだ設定していないときは、サーバーを起動した画面に出ている新しいアドレスを開いてください。</p>
      <p className="mt-6">
        <a className="button" href="/staff/sign-in">
          サインインへ
        </a>
      </p>
    </DoorPage>
  );
}

export async function showSetUp(visit: Visit): Promise<Response> {
  const isOpen = await isSetUpOpen(visit.ctx, visit.query.get("token") ?? "");
  return isOpen ? page(<SetUpPage visit={visit} />) : page(<ClosedPage visit={visit} />, 410);
}

export async function postSetUp(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  if (!(await isSetUpOpen(ctx, text(form, "token")))) return page(<ClosedPage visit={visit} />, 410);
  if (asksToShow(visit)) return page(<SetUpPage visit={visit} />);
  const isOther = text(form, "planning") === "other";
  const result = await finishSetUp(ctx, {
    token: text(form, "token"),
    city: text(form, "city"),
    division: text(form, "division"),
    name: text(form, "name"),
    kana: text(form, "kana"),
    email: text(form, "email"),
    password: secret(form, "password"),
    again: secret(form, "again"),
    planner: isOther ? { name: text(form, "plannerName"), email: text(form, "plannerEmail") } : undefined,
    asksSecondFactor: text(form, "secondFactor") === "yes",
    origin: visit.signInDesk.originOf(visit.request, ctx.municipality),
    byHand: true,
  });
  if (!result.ok) return page(<SetUpPage visit={visit} refusal={result.refusal} />, 422);
  return enter(visit, result.value.planner);
}

/** Signs the new administrator in with the password just chosen. */
async function enter(visit: Visit, planner: Invited | undefined): Promise<Response> {
  const { form } = visit;
  const signedIn = await signIn(visit.ctx, visit, { email: text(form, "email"), password: secret(form, "password") });
  if (!signedIn.ok) return onwards("/staff/sign-in", "setUp");
  const response = planner ? page(<PlannerPage visit={visit} planner={planner} />) : onwards("/staff", "setUp");
  return withCookies(response, signedIn.value.cookies);
}

function PlannerPage({ visit, planner }: { readonly visit: Visit; readonly planner: Invited }): ReactNode {
  return (
    <DoorPage visit={visit} title="設定が終わりました">
      <Notice title="計画を担当する人に、次のリンクを渡してください。" tone="good">
        <p className="mt-2 break-all">{planner.link}</p>
        <p className="mt-2">
          一度だけ、{momentWords(planner.expiresAt)}まで使えます。この画面を閉じると、もう表示されません。
        </p>
      </Notice>
      <p className="mt-6">
        <a className="button" href="/staff">
          職員用ページへ
        </a>
      </p>
    </DoorPage>
  );
}
