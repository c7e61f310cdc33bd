const here = "http://localhost";

/** Where to go after signing in: a path of the staff site, or its top for anything else (another site, a trick with slashes). */
export function safePath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith("/") || /[\\\s]/.test(wanted) || !URL.canParse(wanted, here))
    return "/staff";
  const url = new URL(wanted, here);
  const isStaff = url.pathname === "/staff" || url.pathname.startsWith("/staff/");
  return url.origin === here && isStaff && !url.pathname.startsWith("/staff/sign-")
    ? `${url.pathname}${url.search}`
    : "/staff";
}
