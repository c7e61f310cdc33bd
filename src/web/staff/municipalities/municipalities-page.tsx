import type { ReactNode } from "react";
import { addCity, addHost, deploymentPage, momentWords, removeHost, type Deployment } from "#domain/identity/index.ts";
import type { DeployedCity } from "#platform/database/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";

const crumbs = [
  { href: "/staff", label: "はじめに" },
  { href: "/staff/municipality", label: "自治体の設定" },
];

interface Said {
  readonly refusal?: Refusal;
  /** The address at which a new city is set up; shown once. */
  readonly setUp?: { readonly name: string; readonly address: string };
}

export async function showMunicipalities(visit: Visit, said: Said = {}): Promise<Response> {
  const deployment = await deploymentPage(visit.ctx, visit.signInDesk.database);
  const view = (
    <StaffPage visit={visit} title="この環境の市" crumbs={crumbs} wide>
      {deployment ? (
        <Cities visit={visit} deployment={deployment} said={said} />
      ) : (
        <>
          {said.refusal && <RefusalNotice refusal={said.refusal} />}
          <Empty title="市の一覧は、この環境の基本の市のシステム管理者だけが使えます。">
            <p>新しい市やアドレスが要るときは、この環境を管理している市か、運用の担当者に頼んでください。</p>
          </Empty>
        </>
      )}
    </StaffPage>
  );
  return page(view, said.refusal ? 422 : 200);
}

interface CitiesProps {
  readonly visit: Visit;
  readonly deployment: Deployment;
  readonly said: Said;
}

function Cities({ visit, deployment, said }: CitiesProps): ReactNode {
  const { cities, lastBackup } = deployment;
  const { refusal, setUp } = said;
  const value = (name: string) => text(visit.form, name);
  return (
    <>
      <p className="prose mb-6">
        1つの環境で、いくつもの市の計画を動かせます。市ごとにデータは分かれ、ここから見えるのは名前とアドレスと状態だけです。
      </p>
      {setUp && (
        <Notice title={`${setUp.name}を加えました。最初の担当者だけに、このアドレスを渡してください。`} tone="caution">
          <p className="mt-2 break-all">
            <code>{setUp.address}</code>
          </p>
          <p className="mt-2">一度だけ、7日間使えます。この画面を閉じると、もう表示されません。</p>
        </Notice>
      )}
      <CityTable cities={cities} />
      <p className="mt-4">
        最後の控え（すべての市）:{" "}
        {lastBackup
          ? `${momentWords(lastBackup.takenAt)}　${megabytes(lastBackup.size)}　${lastBackup.file}`
          : "まだ取られていません。npm run backup で取ります。"}
      </p>
      <h2 className="mt-12 mb-4 text-[1.25rem]">市を加える</h2>
      <Form action="/staff/municipalities" refusal={refusal}>
        <TextField name="name" label="市町村の名前" required value={value("name")} refusal={refusal} />
        <TextField
          name="code"
          label="全国地方公共団体コード"
          required
          short
          inputMode="numeric"
          hint="検査数字まで6桁です。"
          value={value("code")}
          refusal={refusal}
        />
        <TextField
          name="host"
          label="アドレス（ホスト名）"
          required
          hint="例 plan.city.example.jp。この名前がこのサーバーに届くように、DNS も設定してください。"
          value={value("host")}
          refusal={refusal}
        />
        <div className="actions">
          <button className="button">市を加える</button>
        </div>
      </Form>
    </>
  );
}

function CityTable({ cities }: { readonly cities: readonly DeployedCity[] }): ReactNode {
  return (
    <TableFrame label="この環境の市">
      <table className="table">
        <caption className="visually-hidden">この環境の市</caption>
        <thead>
          <tr>
            <th scope="col">市</th>
            <th scope="col">状態</th>
            <th scope="col">大きさ</th>
            <th scope="col">アドレス</th>
            <th scope="col">アドレスを加える</th>
          </tr>
        </thead>
        <tbody>
          {cities.map((city) => (
            <tr key={city.code}>
              <th scope="row" className="font-normal">
                {city.name} {city.isDefault && <Badge>基本の市</Badge>}
                <span className="block text-solid-gray-700">{city.code}</span>
              </th>
              <td>
                <CityState city={city} />
              </td>
              <td>{megabytes(city.size)}</td>
              <td>
                {city.hosts.map((host) => (
                  <HostLine key={host} city={city} host={host} />
                ))}
              </td>
              <td>
                <HostForm city={city} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function CityState({ city: { failure, due } }: { readonly city: DeployedCity }): ReactNode {
  if (failure !== null)
    return (
      <>
        <Badge tone="bad">更新できていません</Badge>
        <span className="mt-2 block break-all">{failure}</span>
      </>
    );
  return due > 0 ? <Badge tone="caution">更新待ち {due}</Badge> : <Badge tone="good">最新</Badge>;
}

function HostLine({ city, host }: { readonly city: DeployedCity; readonly host: string }): ReactNode {
  return (
    <Form action={`/staff/municipalities/${city.code}/hosts/removal`} className="mb-2 flex items-center gap-3">
      <input type="hidden" name="host" value={host} />
      <span className="break-all">{host}</span>
      {city.hosts.length > 1 && (
        <button className="button button-secondary button-small">
          外す<span className="visually-hidden">（{host}）</span>
        </button>
      )}
    </Form>
  );
}

function HostForm({ city }: { readonly city: DeployedCity }): ReactNode {
  return (
    <Form action={`/staff/municipalities/${city.code}/hosts`} className="flex items-center gap-2">
      <label className="visually-hidden" htmlFor={`host-${city.code}`}>
        {city.name}に加えるアドレス
      </label>
      <input className="input !min-h-9" id={`host-${city.code}`} name="host" type="text" />
      <button className="button button-secondary button-small">
        加える<span className="visually-hidden">（{city.name}）</span>
      </button>
    </Form>
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)}MB`;
}

export async function postCity(visit: Visit): Promise<Response> {
  const { ctx, form, url, signInDesk } = visit;
  const input = { code: text(form, "code"), name: text(form, "name"), host: text(form, "host") };
  const added = await addCity(ctx, signInDesk.database, input);
  if (!added.ok) return showMunicipalities(visit, { refusal: added.refusal });
  const port = url.port === "" ? "" : `:${url.port}`;
  const scheme = new URL(signInDesk.originOf(visit.request, ctx.municipality)).protocol;
  const address = `${scheme}//${added.value.host}${port}${added.value.path}`;
  return showMunicipalities({ ...visit, form: new FormData() }, { setUp: { name: input.name, address } });
}

export async function postHost(visit: Visit): Promise<Response> {
  const result = await addHost(visit.ctx, { code: visit.params["code"] ?? "", host: text(visit.form, "host") });
  return result.ok ? onwards("/staff/municipalities", "saved") : showMunicipalities(visit, { refusal: result.refusal });
}

export async function postHostRemoval(visit: Visit): Promise<Response> {
  const input = {
    code: visit.params["code"] ?? "",
    host: text(visit.form, "host"),
    visitedHost: visit.url.hostname,
  };
  const result = await removeHost(visit.ctx, visit.signInDesk.database, input);
  return result.ok ? onwards("/staff/municipalities", "saved") : showMunicipalities(visit, { refusal: result.refusal });
}
