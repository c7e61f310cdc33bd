import type { ReactNode } from "react";
import type { NodePage } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, SelectField } from "#web/ui/forms.tsx";
import { addressOf, nodeName } from "./addresses.ts";

/** Where else a node is listed (再掲), with the acts for those who shape the tree. Nothing where there is nothing to say or do. */
export function Listings({ page, mayShape, refusal }: ListingsProps): ReactNode {
  const { plan, node, alsoUnder, repeated, listingPlaces } = page;
  const isOffered = listingPlaces.length > 0;
  if (alsoUnder.length + repeated.length === 0 && !isOffered) return null;
  const action = `${addressOf.node(plan, node.id)}/listings`;
  return (
    <section className="no-print mt-12" aria-labelledby="listings">
      <h2 id="listings">再掲</h2>
      <p className="mt-2 text-solid-gray-700">
        ほかの項目の下にも載せます。番号・指標・事業費は、もとの場所だけで数えます。
      </p>
      {repeated.length > 0 && (
        <>
          <h3 className="mt-4">この下に再掲している項目</h3>
          <ul className="mt-2 list-disc space-y-1 pl-6">
            {repeated.map((each) => (
              <li key={each.id}>
                <a href={addressOf.node(plan, each.id)}>{nodeName(each)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {alsoUnder.length > 0 && <AlsoUnder page={page} mayShape={mayShape} action={action} />}
      {isOffered && (
        <Form action={action} refusal={refusal} className="form mt-4">
          <SelectField
            name="underNodeId"
            label="再掲する先"
            value=""
            refusal={refusal}
            blank="（選んでください）"
            options={listingPlaces.map((place) => ({ value: place.id, label: nodeName(place) }))}
          />
          <p className="actions">
            <button className="button button-secondary">ここにも載せる</button>
          </p>
        </Form>
      )}
    </section>
  );
}

interface ListingsProps {
  readonly page: NodePage;
  readonly mayShape: boolean;
  readonly refusal: Refusal | undefined;
}

function AlsoUnder({
  page,
  mayShape,
  action,
}: Omit<ListingsProps, "refusal"> & { readonly action: string }): ReactNode {
  return (
    <>
      <h3 className="mt-4">この項目も載っている場所</h3>
      <ul className="list-plain mt-2 space-y-2">
        {page.alsoUnder.map((place) => (
          <li key={place.id} className="flex flex-wrap items-center gap-4">
            <a href={addressOf.node(page.plan, place.id)}>{nodeName(place)}</a>
            {mayShape && (
              <Form action={`${action}/removal`}>
                <input type="hidden" name="underNodeId" value={place.id} />
                <button className="button button-secondary button-small">
                  やめる<span className="visually-hidden">：{nodeName(place)}への再掲</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
