declare module "qrcode" {
  /** The modules (dark and light squares) of a QR code for a text. */
  export function create(
    text: string,
    options?: { readonly errorCorrectionLevel?: "L" | "M" | "Q" | "H" },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}
