import type { ReactNode } from "react";
import { page } from "#web/answer.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { maySearch } from "./permissions.ts";
import { searchStaff, type HitGroup } from "./search.ts";

export const searchRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/search", may: maySearch, handle: showSearch },
];

async function showSearch(visit: Visit): Promise<Response> {
  const words = (visit.query.get("q") ?? "").trim().slice(0, 100);
  const groups = words === "" ? [] : await searchStaff(visit.ctx, words);
  return page(<SearchPage visit={visit} words={words} groups={groups} />);
}

interface SearchPageProps {
  readonly visit: Visit;
  readonly words: string;
  readonly groups: readonly HitGroup[];
}

function SearchPage({ visit, words, groups }: SearchPageProps): ReactNode {
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  return (
    <StaffPage visit={visit} title="職員用ページの検索">
      {words === "" && (
        <p>上の欄に、施策・指標・原稿の章や節・版・意見・課の言葉や番号を入れてください。2文字から探せます。</p>
      )}
      {words !== "" && (
        <p role="status">
          「{words}」は{count}件見つかりました。{count === 0 && "ほかの言葉か、短い言葉でお試しください。"}
        </p>
      )}
      {groups.map(({ title, hits }) => (
        <section key={title} className="mt-8" aria-label={title}>
          <h2 className="mb-3 text-xl">
            {title}（{hits.length}件）
          </h2>
          <ul className="list-plain grid gap-3">
            {hits.map(({ href, label, path }) => (
              <li key={href}>
                <a href={href}>{label}</a>
                <span className="block text-[0.875rem] text-solid-gray-700">{path}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </StaffPage>
  );
}
