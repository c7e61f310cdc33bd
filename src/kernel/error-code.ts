/** The code of a system error (ENOSPC) or of PostgreSQL (53100), or "". */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
