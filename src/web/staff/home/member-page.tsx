import type { ReactNode } from "react";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";

const choices = [
  { href: "/plan", label: "計画を読む", hint: "市民に公開している計画です。" },
  { href: "/indicators", label: "進みぐあいを見る", hint: "目標の数値と、これまでの実績です。" },
  { href: "/staff/account", label: "パスワードを変える", hint: "ご自分のサインインの設定です。" },
] as const;

/** The portal of a committee member (委員): three choices in large type, nothing else. */
export function MemberPage({ visit, name }: { readonly visit: Visit; readonly name: string }): ReactNode {
  return (
    <StaffPage visit={visit} title="委員のページ">
      <div className="grid gap-6 text-[1.2rem]">
        <p>{name}さん、ようこそ。</p>
        <ul className="list-plain grid gap-4 min-[900px]:grid-cols-3">
          {choices.map(({ href, label, hint }) => (
            <li key={href}>
              <a href={href} className="card block h-full no-underline hover:underline">
                <span className="block text-[1.5rem] font-bold">{label}</span>
                <span className="mt-2 block text-solid-gray-800">{hint}</span>
              </a>
            </li>
          ))}
        </ul>
        <p>
          会議の資料を読むことと、意見を書くことは、まだこのページではできません。事務局からのご案内をお待ちください。
        </p>
      </div>
    </StaffPage>
  );
}
