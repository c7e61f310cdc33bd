const home = "/staff/declarations";

/** Addresses of the pages of declarations and partnerships. */
export const addressOf = {
  home,
  declaration: (number: number | string) => `${home}/${number}`,
  partnerships: (nodeId: string) => `${home}/measures/${nodeId}`,
} as const;

export const homeCrumb = { href: home, label: "宣言" } as const;
