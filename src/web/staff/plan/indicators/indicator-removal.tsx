import type { ReactNode } from "react";
import { noRemovalGrounds, type RemovalGrounds } from "#domain/plan/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form, TextField } from "#web/ui/forms.tsx";

/** A removal that was refused, with what was said for it. */
export interface RefusedRemoval {
  readonly refusal: Refusal;
  readonly grounds: RemovalGrounds;
}

interface IndicatorRemovalProps {
  readonly action: string;
  readonly version: number;
  /** Whether citizens read a target of it: then the reason is asked, and shown to them. */
  readonly isPublished: boolean;
  readonly refused: RefusedRemoval | undefined;
}

/** Takes the indicator off its measure. */
export function IndicatorRemoval({ action, version, isPublished, refused }: IndicatorRemovalProps): ReactNode {
  const { reason, decidedBy, decidedOn } = refused?.grounds ?? noRemovalGrounds;
  const beside = { refusal: refused?.refusal, ...(isPublished && { required: true }) };
  return (
    <Form
      action={action}
      refusal={refused?.refusal}
      id="removal"
      className="form mt-12 border-t border-solid-gray-200 pt-6"
    >
      <h2 className="text-[1.25rem]">指標の削除</h2>
      <input type="hidden" name="version" value={version} />
      {isPublished && (
        <>
          <p className="mt-2">
            この指標の目標値は公表されています。理由・決めた会議や役職・決めた日は、次に計画を公表したとき、市民のページに載ります。
          </p>
          <TextField {...beside} name="removalReason" value={reason} label="削除する理由" />
          <div className="field-row">
            <TextField
              {...beside}
              name="removalDecidedBy"
              value={decidedBy}
              label="決めた会議・役職"
              hint="例：総合計画策定委員会、市長"
            />
            <TextField {...beside} name="removalDecidedOn" value={decidedOn} label="決めた日" type="date" short />
          </div>
        </>
      )}
      <p className="actions mt-4">
        <button className="button button-secondary">この指標を削除する</button>
        <span className="text-solid-gray-700">削除した直後は、元に戻せます。</span>
      </p>
    </Form>
  );
}
