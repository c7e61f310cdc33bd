import type { ReactNode } from "react";
import {
  declarerKindLabels,
  partnershipFormLabels,
  proposerLabels,
  type PublishedDeclaration,
  type PublishedPartnership,
} from "#domain/declarations/published.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import type { Together } from "./edition.ts";

interface Props {
  readonly site: Site;
  readonly together: Together;
}

/** Whether anybody is named. */
export function isTogether({ declarations, partnerships }: Together): boolean {
  return declarations.length + partnerships.length > 0;
}

/** 「ともに進める人たち」 on the page of a measure. */
export function TogetherPart({ site, together: { declarations, partnerships } }: Props): ReactNode {
  return (
    <>
      {partnerships.length > 0 && <Partnerships site={site} partnerships={partnerships} />}
      {declarations.length > 0 && (
        <>
          <h3 className="mt-6">取り組むことを宣言した事業者・団体</h3>
          <ul className="list-plain declaration-list">
            {declarations.map((declaration) => (
              <li key={declaration.number}>
                <DeclarationWords declaration={declaration} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="no-print mt-4">
        <a href={hrefIn(site, "/declarations")}>宣言の一覧を見る・宣言する</a>
      </p>
    </>
  );
}

function Partnerships({
  site,
  partnerships,
}: {
  readonly site: Site;
  readonly partnerships: readonly PublishedPartnership[];
}): ReactNode {
  return (
    <TableFrame label="協働の相手">
      <table className="table">
        <caption className="visually-hidden">協働の相手と、その形</caption>
        <thead>
          <tr>
            {["相手", "協働の形", "期間", "言い出した人"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partnerships.map((each) => (
            <tr key={`${each.partner}${each.form}${each.sinceOn ?? ""}`}>
              <th scope="row">{each.partner}</th>
              <td>
                {partnershipFormLabels[each.form]}
                {each.detail !== "" && <span className="block">{each.detail}</span>}
              </td>
              <td>{spanOf(each)}</td>
              <td>
                {each.voiceNumber === null ? (
                  proposerLabels[each.proposedBy]
                ) : (
                  <a href={hrefIn(site, `/voices/${each.voiceNumber}`)}>意見 第{each.voiceNumber}号</a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function spanOf({ sinceOn, untilOn }: PublishedPartnership): string {
  const since = sinceOn === null ? "" : `${warekiDate(sinceOn)}から`;
  return `${since}${untilOn === null ? "" : `${warekiDate(untilOn)}まで`}` || "−";
}

/** One declaration in words: who, what, and whether it goes on. */
export function DeclarationWords({ declaration }: { readonly declaration: PublishedDeclaration }): ReactNode {
  return (
    <>
      <p className="font-bold">{nameOf(declaration)}</p>
      <p className="whitespace-pre-line">{declaration.promise}</p>
      <p className="proposal-about">{standingOf(declaration)}</p>
    </>
  );
}

export function nameOf({ organisation, kind, number }: PublishedDeclaration): string {
  return organisation || `名前を公表していない${declarerKindLabels[kind]}（宣言 第${number}号）`;
}

export function standingOf({ declaredOn, untilOn, hasEnded, confirmedYear }: PublishedDeclaration): string {
  const parts = [
    `${warekiDate(declaredOn)}に宣言`,
    untilOn && `${warekiDate(untilOn)}まで`,
    hasEnded ? "終わりました" : confirmedYear !== null && `${confirmedYear}年度も続けています`,
  ];
  return parts.filter(Boolean).join("　");
}
