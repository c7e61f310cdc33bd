/** Whether a text may be a thing's word in addresses: small letters, digits and hyphens, at most 60. */
export function isAddressWord(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}$/.test(text);
}
