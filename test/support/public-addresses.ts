/** For each page and file of the public site's map an address of a city whose plan has 施策 1-1-1, by the route's pattern. */
export function publicAddresses(slug: string, publication: string): Readonly<Record<string, string>> {
  return {
    "/": "/",
    "/plan": "/plan",
    "/plan/:plan": `/plan/${slug}?open=all`,
    "/plan/:plan/diagram": `/plan/${slug}/diagram`,
    "/plan/:plan/paper.pdf": `/plan/${slug}/paper.pdf`,
    "/plan/:plan/:code": `/plan/${slug}/1-1-1`,
    "/sdgs": "/sdgs",
    "/indicators": "/indicators?goal=1",
    "/statistics": "/statistics",
    "/statistics/:item": "/statistics/population",
    "/indicators/:code": `/indicators/${encodeURIComponent("1-1-1-①")}`,
    "/accessibility": "/accessibility",
    "/search": "/search?q=防災",
    "/opendata": "/opendata",
    "/opendata/catalogue.json": "/opendata/catalogue.json",
    "/opendata/:file{publications\\.(csv|json)}": "/opendata/publications.csv",
    "/opendata/publications/:file": `/opendata/publications/${publication}.json`,
    "/opendata/statistics/:file": "/opendata/statistics/values.csv",
    "/opendata/:plan/:file": `/opendata/${slug}/indicators.csv`,
    "/feed.xml": "/feed.xml",
    "/sitemap.xml": "/sitemap.xml",
    "/robots.txt": "/robots.txt",
    "/icon.svg": "/icon.svg",
  };
}
