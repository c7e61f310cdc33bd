const base = "/staff/word-templates";

export const templateAddress = {
  list: base,
  sample: `${base}/sample`,
  page: ({ id }: { readonly id: string }) => `${base}/${id}`,
  file: ({ id }: { readonly id: string }) => `${base}/${id}/file`,
  use: ({ id }: { readonly id: string }) => `${base}/${id}/use`,
  withdrawal: ({ id }: { readonly id: string }) => `${base}/${id}/withdrawal`,
};
