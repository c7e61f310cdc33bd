/** Topic (同趣旨の意見): points with the same content. It gets one answer; how many points it has is told and never a vote. */
export interface Topic extends TopicWords {
  readonly id: string;
  readonly number: number;
  readonly planId: string;
  /** Who drafts the answer, until when, and when they were asked and reminded. */
  readonly divisionId: string | null;
  readonly dueOn: string | null;
  readonly askedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly mergedIntoId: string | null;
  readonly version: number;
}

export interface TopicWords {
  /** 意見の概要 */
  readonly title: string;
  /** 該当箇所: page, chapter, 施策 in words. */
  readonly place: string;
  readonly nodeId: string | null;
}

/** Change (変更): a text of the plan that changed because of a topic's answer, between two revisions of a node. */
export interface Change {
  readonly id: string;
  readonly topicId: string;
  readonly nodeId: string;
  /** A field key of the measure's page, or `title`. */
  readonly field: string;
  readonly beforeNumber: number;
  readonly afterNumber: number;
  readonly note: string;
}

/** Decision (決定): the answers of a table decided at once (起案文と別紙), or of one topic as the exception. */
export interface Decision {
  readonly id: string;
  readonly occasionId: string | null;
  readonly kind: "table" | "single";
  readonly title: string;
  readonly statement: string;
  readonly body: string;
  readonly documentNumber: string;
  readonly decidedOn: string | null;
  /** Null while it is a draft (起案中). */
  readonly recordedAt: Date | null;
  readonly version: number;
}

/** One line of a decision's table (別紙), as it was decided. */
export interface DecisionItem {
  readonly topicId: string;
  readonly title: string;
  readonly place: string;
  /** 同趣旨 n 件 on the day of the decision. */
  readonly points: number;
  readonly symbol: string;
  readonly category: string;
  readonly isReflected: boolean;
  readonly content: string;
}
