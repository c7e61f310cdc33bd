import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDirectoryServer, type DirectoryServer } from "../../../test/support/directory-server.ts";
import { deadAddress } from "../../../test/support/openid-server.ts";
import { openDirectory } from "./client.ts";
import { DirectoryDown, DirectoryMisfit } from "./faults.ts";

describe("a directory", () => {
  let server: DirectoryServer;
  beforeAll(async () => {
    server = await startDirectoryServer([
      { uid: "yamada", password: "やまだの鍵", employeeNumber: "00123" },
      { uid: "suzuki", password: "すずきの鍵", employeeNumber: "00124" },
      {
        uid: "tanaka",
        password: "古い鍵",
        employeeNumber: "00125",
        refusal: "AcceptSecurityContext error, data 532, v4563",
      },
    ]);
  });
  afterAll(() => server.stop());

  async function opened<T>(work: (client: Awaited<ReturnType<typeof openDirectory>>) => Promise<T>): Promise<T> {
    const client = await openDirectory(server.directory);
    return work(client).finally(() => client.close());
  }

  it("finds a person by what was typed, with the value that says who it is", async () => {
    expect(await opened((client) => client.find("yamada"))).toEqual({
      dn: "uid=yamada,ou=people,dc=city,dc=example",
      value: "00123",
    });
    expect(await opened((client) => client.find("nobody"))).toBeUndefined();
  });

  it.each(["*", "yamada)(uid=*", "ya*", "*)(objectClass=*", "\\2a"])(
    "takes %s for letters, not for a filter",
    async (typed) => {
      expect(await opened((client) => client.find(typed))).toBeUndefined();
    },
  );

  it("does not choose where two entries fit", async () => {
    const wide = { ...server.directory, filter: "(|(uid=suzuki)(uid={login}))" };
    const client = await openDirectory(wide);
    expect(await client.find("yamada")).toBeUndefined();
    expect(await client.find("suzuki")).toMatchObject({ value: "00124" });
    await client.close();
  });

  it("tells a right password from a wrong one, an expired one and none", async () => {
    const answers = await opened((client) =>
      Promise.all([
        client.isPassword("uid=yamada,ou=people,dc=city,dc=example", "やまだの鍵"),
        client.isPassword("uid=yamada,ou=people,dc=city,dc=example", "すずきの鍵"),
        client.isPassword("uid=tanaka,ou=people,dc=city,dc=example", "古い鍵"),
        client.isPassword("uid=yamada,ou=people,dc=city,dc=example", ""),
      ]),
    );
    expect(answers).toEqual(["right", "wrong", "expired", "wrong"]);
  });

  it("tells a directory that is down from settings that do not fit", async () => {
    const { directory } = server;
    await expect(openDirectory({ ...directory, url: await deadAddress("ldap") })).rejects.toBeInstanceOf(DirectoryDown);
    await expect(openDirectory({ ...directory, accountPassword: "違う" })).rejects.toBeInstanceOf(DirectoryMisfit);
    const elsewhere = await openDirectory({ ...directory, base: "ou=nowhere,dc=elsewhere" });
    await expect(elsewhere.find("yamada")).rejects.toBeInstanceOf(DirectoryMisfit);
    await elsewhere.close();
  });

  it("sends no password over a network without TLS", async () => {
    const open = openDirectory({ ...server.directory, url: "ldap://192.0.2.1:389" });
    await expect(open).rejects.toThrow("not encrypted");
  });
});
