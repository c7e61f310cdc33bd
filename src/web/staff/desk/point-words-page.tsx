import type { ReactNode } from "react";
import { changePoint, deskPage, maySortPoints, type DeskPage, type Stretch } from "#domain/voices/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, SelectField, TextArea, TextField, type Option } from "#web/ui/forms.tsx";
import { Badge, Empty } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { DeskFrame } from "./parts.tsx";
import { deskScene, measureOptions } from "./scene.ts";

function readPage({ ctx, params }: Visit): Promise<DeskPage> {
  return deskPage(ctx, { voiceId: params["voice"] ?? "", state: undefined });
}

/** The points of one voice in words: which of its words they are, how they are said shorter, which 施策 they are about. */
export async function showPointWords(visit: Visit, refused?: { readonly id: string; readonly refusal: Refusal }) {
  const desk = await readPage(visit);
  const { voice, occasion, points } = desk;
  const scene = await deskScene(visit.ctx, new URLSearchParams({ occasion: occasion.id }));
  const measures = await measureOptions(visit.ctx, voice.planId);
  const isOpen = maySortPoints(visit.ctx.actor, occasion) && occasion.settledAt === null && voice.text !== null;
  return page(
    <DeskFrame visit={visit} title={`意見${voice.number}の論点の言葉と要旨`} scene={scene} refusal={refused?.refusal}>
      <p className="mb-4">
        <a href={addressOf.voice(voice.id)}>意見{voice.number}を分けるページへ戻る</a>
      </p>
      {points.length === 0 && <Empty title="この意見は、まだ論点に分けていません" />}
      {points.map((point, index) => (
        <section key={point.id} className="card mb-6" aria-labelledby={`point-${index}`}>
          <h2 id={`point-${index}`} className="text-[1.125rem]">
            論点{index + 1} {!point.span && <Badge tone="caution">意見の文に見つかりません</Badge>}
          </h2>
          {isOpen ? (
            <PointForm
              desk={desk}
              point={point}
              measures={measures}
              entered={refused?.id === point.id ? visit.form : undefined}
            />
          ) : (
            <PointFacts point={point} measures={measures} />
          )}
        </section>
      ))}
    </DeskFrame>,
    refused ? 422 : 200,
  );
}

type DeskPoint = DeskPage["points"][number];

interface PointFormProps {
  readonly desk: DeskPage;
  readonly point: DeskPoint;
  readonly measures: readonly Option[];
  /** What was entered and refused. */
  readonly entered: FormData | undefined;
}

function PointForm({ desk: { voice }, point, measures, entered }: PointFormProps): ReactNode {
  const shown = (name: string, kept: string) => (entered ? text(entered, `${name}-${point.id}`) : kept);
  return (
    <Form action={addressOf.pointWords(voice.id)}>
      <input type="hidden" name="edition" value={voice.edition} />
      <input type="hidden" name="point" value={point.id} />
      <input type="hidden" name="version" value={point.version} />
      <TextArea
        name={`words-${point.id}`}
        label="意見の中の言葉"
        hint="意見の文にあるとおりに入れます。広げたり縮めたりできます。"
        rows={3}
        value={shown("words", point.quote)}
        required
      />
      <TextField
        name={`gist-${point.id}`}
        label="要旨"
        hint="言葉が長いときに、短く言い直します。空でもかまいません。"
        value={shown("gist", point.gist)}
      />
      <SelectField
        name={`node-${point.id}`}
        label="施策"
        options={[{ value: "", label: "決めない" }, ...measures]}
        value={shown("node", point.nodeId ?? "")}
      />
      <p className="actions">
        <button className="button">この論点を保存する</button>
      </p>
    </Form>
  );
}

function PointFacts({ point, measures }: Pick<PointFormProps, "point" | "measures">): ReactNode {
  const measure = measures.find(({ value }) => value === point.nodeId)?.label ?? "決めていません";
  return (
    <dl className="grid gap-1">
      <dt className="font-bold">意見の中の言葉</dt>
      <dd>{point.quote}</dd>
      {point.gist !== "" && (
        <>
          <dt className="font-bold">要旨</dt>
          <dd>{point.gist}</dd>
        </>
      )}
      <dt className="font-bold">施策</dt>
      <dd>{measure}</dd>
    </dl>
  );
}

export async function savePointWords(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const desk = await readPage(visit);
  const id = text(form, "point");
  const saved = await changePoint(ctx, {
    voiceId: desk.voice.id,
    edition: Number(text(form, "edition")),
    id,
    version: Number(text(form, "version")),
    stretch: stretchIn(desk, id, text(form, `words-${id}`)),
    gist: text(form, `gist-${id}`),
    nodeId: text(form, `node-${id}`) || null,
  });
  if (saved.ok) return onwards(addressOf.pointWords(desk.voice.id), "saved");
  return showPointWords(visit, { id, refusal: saved.refusal });
}

/** Where the typed words stand, the place nearest to the point's own if there are several; undefined where they are the point's own. */
function stretchIn({ voice, points }: DeskPage, id: string, typed: string): Stretch | undefined {
  const point = points.find((each) => each.id === id);
  const words = typed.replaceAll("\r\n", "\n").trim();
  if (point?.span && words === point.quote) return undefined;
  const near = point?.span?.start ?? 0;
  const starts = placesOf(voice.text ?? "", words).toSorted(
    (one, other) => Math.abs(one - near) - Math.abs(other - near),
  );
  return { start: starts[0] ?? -1, words };
}

function placesOf(whole: string, words: string): number[] {
  if (words === "") return [];
  const starts: number[] = [];
  for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) starts.push(at);
  return starts;
}
