const here = "http://here.invalid";

/** Where to go after signing in: a path of the staff site, or its top for anything else (another site, a trick with slashes). */
export function safePath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith("/") || /[\\\u0000-\u001f]/.test(wanted) || !URL.canParse(wanted, here))
    return "/staff";
  const url = new URL(wanted, here);
  const isStaff = url.pathname === "/staff" || url.pathname.startsWith("/staff/");
  return url.origin === here && isStaff && !/^\/staff\/sign-/.test(url.pathname)
    ? `${url.pathname}${url.search}`
    : "/staff";
}
