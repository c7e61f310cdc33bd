import type { Refusal } from "#kernel/result.ts";

/** A city that joins the deployment (市の追加). */
export interface NewCity {
  readonly code: string;
  readonly name: string;
  readonly host: string;
}

/** Name and code without spaces around them, digits in half width. */
export function plainCity({ code, name }: NewCity): { readonly code: string; readonly name: string } {
  return { code: code.normalize("NFKC").replaceAll(/[\s-]/g, ""), name: name.trim() };
}

/** A host name in small letters, without scheme, port and path. */
export function plainHost(host: string): string {
  return host
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[:/].*$/, "");
}

const hostPattern = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

export function isHost(host: string): boolean {
  return hostPattern.test(host);
}

export const deploymentRefusals = {
  notDefault: {
    code: "notDefault",
    message: "市の一覧は、この環境の基本の市のシステム管理者だけが使えます。",
    remedy: "この環境を管理している市か、運用の担当者に頼んでください。",
  },
  noName: {
    code: "noName",
    message: "市町村の名前が入っていません。",
    fields: { name: "名前を入れてください。例 千曲市" },
  },
  badCode: {
    code: "badCode",
    message: "全国地方公共団体コードが正しくありません。",
    fields: { code: "検査数字まで6桁の数字にしてください。" },
  },
  codeTaken: {
    code: "codeTaken",
    message: "このコードの市は、もうあります。",
    fields: { code: "ほかの市のコードです。" },
  },
  badHost: {
    code: "badHost",
    message: "アドレスの形ではありません。",
    fields: { host: "plan.city.example.jp の形で入れてください。" },
  },
  hostTaken: {
    code: "hostTaken",
    message: "このアドレスは、もう使われています。",
    fields: { host: "ほかのアドレスにしてください。" },
  },
  ownHost: {
    code: "ownHost",
    message: "いま開いているアドレスは外せません。",
    remedy: "ほかのアドレスで開いてから外してください。",
  },
  lastHost: {
    code: "lastHost",
    message: "最後のアドレスは外せません。",
    remedy: "先に新しいアドレスを加えてください。",
  },
} as const satisfies Record<string, Refusal>;
