import type { PublicRoute } from "#web/public/route.ts";

/** Two leaves that meet over a line: ともに. No city's emblem. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0017c1"/><path d="M15 21C8 21 5.500 16.500 5.500 9.500 12 9.500 15 13.500 15 21Z" fill="#fff"/><path d="M17 21c0-7.500 3-11.500 9.500-11.500C26.500 16.500 24 21 17 21Z" fill="#9db7f9"/><path d="M7 25.500h18" stroke="#fff" stroke-width="2.500" stroke-linecap="round"/></svg>
`;

/** The site's icon in the browser's tab. */
export const iconRoutes: readonly PublicRoute[] = [
  { path: "/icon.svg", handle: () => new Response(icon, { headers: { "content-type": "image/svg+xml" } }) },
];
