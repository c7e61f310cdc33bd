import type { ReactNode } from "react";
import { spanWords } from "#domain/strategy/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { Form, TextField } from "#web/ui/forms.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { homeCrumb } from "../addresses.ts";
import { openYearIn, yearIn } from "../entered.ts";

/** What of the state's (国の枠組み, 交付金の制度) the city keeps as a dated entry with its source. */
export interface Master {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly startYear: number;
  readonly endYear: number | null;
  readonly source: string;
  readonly version: number;
}

/** A register of masters: its words and its addresses. */
export interface MasterRegister {
  /** 「国の枠組み」 */
  readonly title: string;
  /** What it is for. */
  readonly purpose: string;
  /** What one entry is called on a button: 「枠組み」. */
  readonly entry: string;
  readonly home: string;
  readonly hrefOf: (code: string) => string;
}

/** The word in an address that stands for an entry that is not there yet. */
const newWord = "new";

interface MasterListProps<T extends Master> {
  readonly visit: Visit;
  readonly register: MasterRegister;
  readonly masters: readonly T[];
  readonly mayWrite: boolean;
  readonly contents: (master: T) => ReactNode;
}

export function MasterList<T extends Master>(props: MasterListProps<T>): ReactNode {
  const { visit, register, masters, mayWrite, contents } = props;
  return (
    <StaffPage visit={visit} title={register.title} crumbs={[homeCrumb]}>
      <p className="prose">{register.purpose}</p>
      {mayWrite && <Additions register={register} />}
      {masters.length === 0 && <Empty title={`${register.entry}がまだありません`} />}
      <ul className="list-plain">
        {masters.map((each) => (
          <li key={each.id} className="card mt-4">
            <h2 className="text-[1.125rem]">
              {each.name}（{spanWords(each)}）
            </h2>
            {contents(each)}
            <p className="mt-2 text-solid-gray-700">出典：{each.source}</p>
            {mayWrite && (
              <p className="mt-2">
                <a href={register.hrefOf(each.code)}>「{each.name}」を直す</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}

/** A new entry, or those that the software knows of the state; what the city has already stays as it is. */
function Additions({ register: { title, entry, home, hrefOf } }: { readonly register: MasterRegister }): ReactNode {
  return (
    <>
      <p className="actions mt-4">
        <a className="button button-secondary" href={hrefOf(newWord)}>
          {entry}を加える
        </a>
      </p>
      <Form action={`${home}/known`} className="actions mt-4">
        <button className="button button-quiet">ソフトウェアが持つ{title}を加える</button>
      </Form>
    </>
  );
}

/** The entry of the address; undefined for a new one. @throws NotFound */
export function masterAt<T extends Master>({ params }: Visit, masters: readonly T[]): T | undefined {
  if (params["code"] === newWord) return undefined;
  const found = masters.find(({ code }) => code === params["code"]);
  if (!found) throw new NotFound();
  return found;
}

interface MasterPageProps {
  readonly visit: Visit;
  readonly register: MasterRegister;
  readonly standing: Master | undefined;
  readonly refusal: Refusal | undefined;
  /** The fields that this register has beside the common ones. */
  readonly children: ReactNode;
}

export function masterPage({ visit, register, standing, refusal, children }: MasterPageProps): Response {
  const { title, home, hrefOf } = register;
  return page(
    <StaffPage
      visit={visit}
      title={standing ? `${title}を直す` : `${title}を加える`}
      crumbs={[homeCrumb, { href: home, label: title }]}
    >
      <Form action={hrefOf(standing?.code ?? newWord)} refusal={refusal}>
        <CommonFields form={visit.form} standing={standing} refusal={refusal} />
        {children}
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

interface CommonFieldsProps {
  readonly form: FormData;
  readonly standing: Master | undefined;
  readonly refusal: Refusal | undefined;
}

/** Name, word in the address, the years for which it holds. */
function CommonFields({ form, standing, refusal }: CommonFieldsProps): ReactNode {
  const shown = (name: string, value: string | number | null | undefined) =>
    refusal ? text(form, name) : String(value ?? "");
  return (
    <>
      <input type="hidden" name="version" value={standing?.version ?? ""} />
      <TextField name="name" label="名前" value={shown("name", standing?.name)} required refusal={refusal} />
      <TextField
        name="code"
        label="アドレスの言葉"
        hint="半角の英小文字・数字・ハイフン。例：digital-2023"
        value={shown("code", standing?.code)}
        required
        short
        refusal={refusal}
      />
      <div className="field-row">
        <TextField
          name="startYear"
          label="始まりの年度"
          value={shown("startYear", standing?.startYear)}
          required
          short
          refusal={refusal}
        />
        <TextField
          name="endYear"
          label="終わりの年度"
          hint="決まっていないときは空欄。"
          value={shown("endYear", standing?.endYear)}
          short
          refusal={refusal}
        />
      </div>
    </>
  );
}

/** What the form says of any master. */
export function commonWordsIn(form: FormData) {
  return {
    code: text(form, "code"),
    name: text(form, "name"),
    startYear: yearIn(form, "startYear"),
    endYear: openYearIn(form, "endYear"),
    source: text(form, "source"),
  };
}

/** Which version of which entry was edited; undefined for a new one. */
export function editedIn(form: FormData, standing: Master | undefined) {
  return standing && { id: standing.id, version: Number(text(form, "version")) };
}
