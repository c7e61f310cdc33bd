import { roleFieldLabels, takeOverRole, titleAndWords } from "#domain/consultations/index.ts";
import { nodePage } from "#domain/plan/index.ts";
import { NotFound, type Refusal } from "#kernel/result.ts";
import { notationOf } from "#kernel/rich-notation.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, TextArea } from "#web/ui/forms.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, type Visit } from "#web/visit.ts";
import { proposalAddress } from "./addresses.ts";
import { crumbsOf, sceneOf } from "./proposal-page.tsx";

/** Takes a proposal over into the role text of its measure, the proposal's words beside it. */
export async function showRole(visit: Visit): Promise<Response> {
  return roleAnswer(visit);
}

async function roleAnswer(visit: Visit, entered?: string, refusal?: Refusal): Promise<Response> {
  const scene = await sceneOf(visit);
  const { voice, proposal } = scene.found;
  const { roleField } = proposal;
  if (!roleField || !voice.nodeId) throw new NotFound();
  const { node } = await nodePage(visit.ctx, voice.nodeId);
  const present = notationOf(node.fields[roleField] ?? emptyRichText);
  const proposed = titleAndWords(voice.text ?? "").words;
  const label = roleFieldLabels[roleField];
  const above = { href: proposalAddress.one(scene.slug, voice.number), label: `提案 第${voice.number}号` };
  return page(
    <StaffPage visit={visit} title="施策の役割の文に取り入れる" crumbs={[...crumbsOf(scene), above]}>
      <p className="prose mb-4">
        施策「{node.code} {node.title}」の「{label}
        」を直します。保存すると、この提案の「変更」として前と後の文が結び付き、市の考え方が決まると公表されます。
      </p>
      <h2 className="text-[1.25rem]">提案の文</h2>
      <p className="card mt-2 mb-6 max-w-3xl whitespace-pre-wrap">{proposed}</p>
      <Form action={proposalAddress.role(scene.slug, voice.number)} refusal={refusal}>
        <input type="hidden" name="version" value={node.version} />
        <TextArea
          name="text"
          label={`${label}の文`}
          hint="1行が1つの段落になります。「・」や「**」などの記号は、箇条書きや太字を表します。"
          rows={10}
          value={entered ?? present}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">この文に直して、提案と結び付ける</button>
        </p>
      </Form>
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

export async function saveRole(visit: Visit): Promise<Response> {
  const { slug, found } = await sceneOf(visit);
  const words = text(visit.form, "text").replace(/\r\n?/g, "\n");
  const version = Number(text(visit.form, "version"));
  const nodeId = found.voice.nodeId ?? "";
  const taken = await takeOverRole(visit.ctx, { voiceId: found.voice.id, nodeId, version, text: words });
  if (!taken.ok) return roleAnswer(visit, words, taken.refusal);
  return onwards(proposalAddress.one(slug, found.voice.number), "saved");
}
