import ldap from "ldapjs";
import type { Directory } from "#platform/directory/index.ts";

/** A person of the test's directory. */
export interface DirectoryPerson {
  readonly uid: string;
  readonly password: string;
  readonly employeeNumber: string;
  /** What Active Directory would add to a refusal, e.g. "data 532" for an expired password. */
  readonly refusal?: string;
}

export interface DirectoryServer {
  readonly directory: Directory;
  /** Filters of all searches so far, as the server understood them. */
  readonly searches: readonly string[];
  stop(): Promise<void>;
}

interface BindRequest {
  readonly dn: { toString(): string };
  readonly credentials: string;
}

interface SearchRequest {
  readonly filter: { toString(): string; matches(attributes: object): boolean };
  readonly attributes: readonly string[];
}

interface Answer {
  attributes: readonly string[];
  send(entry: object): void;
  end(status?: number): void;
}

const [success, invalidCredentials] = [0, 49];
const base = "ou=people,dc=city,dc=example";
const reader = { dn: "cn=reader,dc=city,dc=example", password: "the reader's password" };

/** An LDAP server in this process, for tests. */
export async function startDirectoryServer(people: readonly DirectoryPerson[]): Promise<DirectoryServer> {
  const server = ldap.createServer();
  const searches: string[] = [];
  const entryOf = ({ uid, employeeNumber }: DirectoryPerson) => ({
    dn: `uid=${uid},${base}`,
    attributes: { objectclass: ["person"], uid: [uid], employeenumber: [employeeNumber] },
  });
  server.bind("dc=city,dc=example", (request: BindRequest, response: Answer, next: () => void) => {
    const dn = request.dn.toString().replaceAll(/\s*,\s*/g, ",");
    const person = people.find((each) => entryOf(each).dn === dn);
    const isRight = request.credentials === (dn === reader.dn ? reader.password : person?.password);
    if (isRight && person?.refusal) Object.assign(response, { diagnosticMessage: person.refusal });
    response.end(isRight && !person?.refusal ? success : invalidCredentials);
    return next();
  });
  server.search(base, (request: SearchRequest, response: Answer, next: () => void) => {
    searches.push(request.filter.toString());
    response.attributes = request.attributes.map((name) => name.toLowerCase()); // the library compares with small letters
    for (const person of people) {
      const entry = entryOf(person);
      if (request.filter.matches(entry.attributes)) response.send(entry);
    }
    response.end();
    return next();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    searches,
    directory: {
      url: server.url,
      startTls: false,
      authority: "",
      account: reader.dn,
      accountPassword: reader.password,
      base,
      filter: "(&(objectClass=person)(uid={login}))",
      attribute: "employeeNumber",
    },
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}
