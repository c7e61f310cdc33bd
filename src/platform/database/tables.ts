// Generated from the migrated schema by `npm run db:types`; a test fails when it is stale.
import type { ColumnType, Generated } from "kysely";

/** Read as parsed JSON; written as text, because the driver would turn an array into a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;
export type NullableJson = ColumnType<unknown, string | null | undefined, string | null>;

export interface CityTables {
  actual_revision: {
    id: string;
    series_id: string;
    fiscal_year: number;
    before: NullableJson;
    after: NullableJson;
    reason: Generated<string>;
    file_id: string | null;
    saved_by: string | null;
    saved_at: Date;
    erasure_id: string | null;
  };
  background_entry: {
    id: string;
    register: string;
    title: string;
    fields: JsonWithDefault;
    position: number;
    version: Generated<number>;
    saved_by: string | null;
    saved_at: Date;
    removed_at: Date | null;
  };
  background_link: {
    entry_id: string;
    node_id: string;
  };
  batch_sheet: {
    id: string;
    batch_id: string;
    position: number;
    content: string;
    place: string;
    way: string;
    received_on: string;
    age_band: string;
    sender_kind: string;
    district_id: string | null;
    wishes_reply: boolean;
    wishes_publication: boolean;
    name: string;
    organisation: string;
    address: string;
    phone: string;
    email: string;
    sending_key: string;
    entered_by: string;
    entered_at: Date;
    version: Generated<number>;
    corrected_by: string | null;
    corrected_at: Date | null;
    read_by: string | null;
    read_at: Date | null;
    voice_id: string | null;
  };
  boilerplate: {
    id: string;
    title: string;
    content: string;
    category_id: string | null;
    version: Generated<number>;
    removed_at: Date | null;
  };
  change: {
    id: string;
    topic_id: string;
    node_id: string;
    field: string;
    before_number: number;
    after_number: number;
    note: Generated<string>;
    added_by: string | null;
    added_at: Date;
  };
  consultation: {
    occasion_id: string;
    kind: string;
    slug: string;
    summary: Generated<string>;
    contact: Generated<string>;
    version: Generated<number>;
    created_by: string | null;
    created_at: Date;
  };
  consultation_document: {
    id: string;
    consultation_id: string;
    role: string;
    title: string;
    position: number;
    file_id: string | null;
    publication_id: string | null;
    removed_at: Date | null;
  };
  consultation_period_change: {
    id: string;
    consultation_id: string;
    kind: string;
    closes_on_before: string;
    closes_on_after: string;
    reason: string;
    saved_by: string | null;
    saved_at: Date;
  };
  credential: {
    id: string;
    account_id: string;
    provider_id: string;
    person_id: string;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: Date | null;
    refresh_token_expires_at: Date | null;
    scope: string | null;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
  decision: {
    id: string;
    occasion_id: string | null;
    kind: string;
    title: string;
    statement: Generated<string>;
    body: Generated<string>;
    document_number: Generated<string>;
    decided_on: string | null;
    recorded_at: Date | null;
    recorded_by: string | null;
    drafted_by: string | null;
    drafted_at: Date;
    version: Generated<number>;
  };
  decision_item: {
    decision_id: string;
    topic_id: string;
    position: number;
    title: string;
    place: string;
    points: number;
    symbol: string;
    category: string;
    is_reflected: boolean;
    content: string;
  };
  declaration: {
    id: string;
    number: number;
    plan_id: string;
    kind: string;
    organisation: string;
    shows_name: boolean;
    promise: string;
    until_on: string | null;
    sent_at: Date;
    sending_key: string;
    receipt_hash: string;
    state: Generated<string>;
    shown_name: Generated<string>;
    shown_promise: Generated<string>;
    reason: Generated<string>;
    checked_by: string | null;
    checked_at: Date | null;
    version: Generated<number>;
  };
  declaration_contact: {
    declaration_id: string;
    name: Generated<string>;
    phone: Generated<string>;
    email: Generated<string>;
  };
  declaration_goal: {
    declaration_id: string;
    goal: number;
  };
  declaration_measure: {
    declaration_id: string;
    node_id: string;
  };
  declaration_number: {
    is_only: Generated<boolean>;
    last: Generated<number>;
  };
  declaration_year: {
    declaration_id: string;
    fiscal_year: number;
    answer: string;
    told_at: Date;
  };
  deputy: {
    id: string;
    person_id: string;
    deputy_id: string;
    from_on: string;
    until_on: string;
    named_by: string | null;
    named_at: Date;
  };
  disposal: {
    id: string;
    occasion_id: string;
    kind: string;
    disposed: number;
    reason: Generated<string>;
    done_by: string | null;
    done_at: Date;
  };
  district: {
    id: string;
    name: string;
    position: number;
  };
  division: {
    id: string;
    abolished_on: string | null;
    version: Generated<number>;
  };
  division_period: {
    id: string;
    division_id: string;
    parent_id: string | null;
    name: string;
    phone: Generated<string>;
    email: Generated<string>;
    position: Generated<number>;
    from_on: string;
    until_on: string | null;
  };
  draft_version: {
    id: string;
    plan_id: string;
    number: number;
    name: string;
    openness: string;
    reason: string;
    format: number;
    content: string | null;
    hash: string;
    frozen_at: Date;
    frozen_by: string | null;
    purged_at: Date | null;
    purge_reason: string | null;
  };
  erasure: {
    id: string;
    plan_id: string;
    kind: string;
    target_id: string;
    parts: Json;
    reason: string;
    asked_by: string | null;
    asked_at: Date;
    erased_by: string | null;
    erased_at: Date | null;
  };
  erratum: {
    id: string;
    version_id: string;
    place: string;
    wrong: string;
    corrected: string;
    reason: Generated<string>;
    added_by: string | null;
    added_at: Date;
  };
  event: {
    sequence: number;
    id: string;
    actor_kind: string;
    actor_id: string | null;
    actor_label: Generated<string>;
    act: string;
    reference: JsonWithDefault;
    request_id: string;
    occurred_at: Date;
    previous_hash: string;
    hash: string;
  };
  form_submission: {
    key: string;
    location: string | null;
    created_at: Generated<Date>;
  };
  formulation: {
    plan_id: string;
    title: string;
    review: string;
    review_reason: Generated<string>;
    resolution: string;
    ordinance: Generated<string>;
    version: Generated<number>;
    saved_by: string | null;
    saved_at: Date;
  };
  formulation_stage: {
    id: string;
    plan_id: string;
    position: number;
    name: string;
    planned_from: string | null;
    planned_until: string | null;
    is_final: Generated<boolean>;
    needs_confirmation: Generated<boolean>;
    manual_items: Generated<string>;
    version: Generated<number>;
    removed_at: Date | null;
  };
  gate: {
    id: string;
    stage_id: string;
    draft_version_id: string | null;
    state: string;
    opened_by: string | null;
    opened_at: Date;
    decided_body: Generated<string>;
    decided_on: string | null;
    document_number: Generated<string>;
    reason: Generated<string>;
    checklist: string | null;
    decided_by: string | null;
    decided_at: Date | null;
  };
  gate_condition: {
    id: string;
    gate_id: string;
    position: number;
    words: string;
    met_on: string | null;
    met_as: Generated<string>;
    met_by: string | null;
  };
  gate_confirmation: {
    gate_id: string;
    draft_version_id: string;
    body: string;
    confirmed_on: string;
    reference: Generated<string>;
    recorded_by: string | null;
    recorded_at: Date;
  };
  gate_item: {
    gate_id: string;
    position: number;
    label: string;
    is_done: Generated<boolean>;
    words: Generated<string>;
    checked_by: string | null;
    checked_at: Date | null;
  };
  gate_view: {
    id: string;
    gate_id: string;
    hearer: string;
    body: string;
    heard_on: string;
    words: string;
    reference: Generated<string>;
    noted_by: string | null;
    noted_at: Date;
  };
  glossary_term: {
    id: string;
    plan_id: string;
    term: string;
    reading: Generated<string>;
    meaning: string;
    version: Generated<number>;
  };
  grant_kpi: {
    id: string;
    project_id: string;
    indicator_id: string | null;
    name: string;
    unit: Generated<string>;
    decimals: Generated<number>;
    base: number;
    due: Generated<string>;
    steps: JsonWithDefault;
    position: number;
  };
  grant_programme: {
    id: string;
    code: string;
    name: string;
    ministry: Generated<string>;
    start_year: number;
    end_year: number | null;
    rate: Generated<string>;
    rules: Generated<string>;
    source: string;
    position: number;
    version: Generated<number>;
  };
  grant_project: {
    id: string;
    programme_id: string;
    name: string;
    summary: Generated<string>;
    division_id: string | null;
    strategy_id: string | null;
    goal_id: string | null;
    node_id: string | null;
    regional_plan: Generated<string>;
    start_year: number;
    end_year: number;
    position: number;
    version: Generated<number>;
    removed_at: Date | null;
  };
  grant_project_year: {
    project_id: string;
    fiscal_year: number;
    cost_yen: number | null;
    grant_yen: number | null;
    spent_yen: number | null;
    effect: string | null;
    verdict: string | null;
    opinion: Generated<string>;
    policy: string | null;
    policy_reason: Generated<string>;
  };
  idea_call: {
    consultation_id: string;
    theme: Generated<string>;
    eligibility: Generated<string>;
    rules: Generated<string>;
    moderation: string;
    two_persons: Generated<boolean>;
    name_asking: string;
    node_id: string | null;
  };
  indicator: {
    id: string;
    plan_id: string;
    node_id: string;
    position: Generated<number>;
    code: string;
    name: string;
    unit: Generated<string>;
    decimals: Generated<number>;
    direction: string;
    accumulation: Generated<string>;
    description: Generated<string>;
    source: Generated<string>;
    division_id: string | null;
    baseline_year: number | null;
    baseline_value: number | null;
    baseline_words: Generated<string>;
    version: Generated<number>;
    updated_at: Generated<Date>;
    removed_at: Date | null;
    removed_with: string | null;
    series_id: string;
    kind: Generated<string>;
    method: string | null;
    meaning: Generated<string>;
    target_reason: Generated<string>;
    comparison: Generated<string>;
    update_month: number | null;
    cadence: Generated<string>;
    numerator_name: Generated<string>;
    denominator_name: Generated<string>;
    trend_value: number | null;
    tolerance: Generated<number>;
  };
  indicator_actual: {
    fiscal_year: number;
    value: number | null;
    absence: string | null;
    note: Generated<string>;
    series_id: string;
    state: string;
    numerator: number | null;
    denominator: number | null;
  };
  indicator_removal: {
    id: string;
    indicator_id: string;
    reason: Generated<string>;
    decided_by: Generated<string>;
    decided_on: string | null;
    removed_by: string | null;
    removed_at: Date;
    erasure_id: string | null;
  };
  indicator_revision: {
    indicator_id: string;
    number: number;
    act: string;
    content: NullableJson;
    saved_by: string | null;
    saved_at: Date;
    erasure_id: string | null;
  };
  indicator_series: {
    id: string;
  };
  indicator_target: {
    indicator_id: string;
    fiscal_year: number;
    value: number | null;
    upper_value: number | null;
    words: Generated<string>;
    target_set_id: string;
  };
  intake_limit: {
    is_only: Generated<boolean>;
    burst: Generated<number>;
    per_minute: Generated<number>;
    lookups: Generated<number>;
    least_seconds: Generated<number>;
    files: Generated<number>;
    file_megabytes: Generated<number>;
    version: Generated<number>;
  };
  ledger_number: {
    is_only: Generated<boolean>;
    voice: Generated<number>;
    topic: Generated<number>;
  };
  ledger_step: {
    id: string;
    plan_id: string;
    act: string;
    step: Json;
    done_by: string;
    done_at: Date;
    undone_at: Date | null;
  };
  lineage: {
    id: string;
    plan_id: string;
    old_node_id: string | null;
    new_node_id: string | null;
    kind: string;
    evolution: string | null;
    note: Generated<string>;
  };
  lineage_step: {
    id: string;
    plan_id: string;
    act: string;
    before: Json;
    after: Json;
    done_by: string;
    done_at: Date;
    undone_at: Date | null;
  };
  manuscript_picture: {
    file_id: string;
    plan_id: string;
  };
  manuscript_section: {
    id: string;
    plan_id: string;
    parent_id: string | null;
    position: number;
    title: Generated<string>;
    node_id: string | null;
    body: JsonWithDefault;
    division_id: string | null;
    due_on: string | null;
    state: Generated<string>;
    version: Generated<number>;
    updated_at: Date;
    removed_at: Date | null;
  };
  meeting_attendance: {
    venue_id: string;
    dimension: string;
    label: string;
    people: number;
  };
  meeting_exchange: {
    id: string;
    venue_id: string;
    position: number;
    question: string;
    answer: Generated<string>;
    voice_id: string | null;
    voice_number: number | null;
    topic_id: string | null;
  };
  meeting_registrant: {
    registration_id: string;
    name: Generated<string>;
    contact: Generated<string>;
    needs: Generated<string>;
    keep_until: string;
  };
  meeting_registration: {
    id: string;
    venue_id: string;
    number: number;
    people: number;
    way: string;
    began_waiting: boolean;
    came: number | null;
    receipt_hash: string | null;
    sending_key: string | null;
    registered_at: Date;
    cancelled_at: Date | null;
  };
  meeting_venue: {
    id: string;
    consultation_id: string;
    place: string;
    directions: Generated<string>;
    district_id: string | null;
    held_on: string;
    begins: string;
    ends: string;
    capacity: number | null;
    note: Generated<string>;
    removed_at: Date | null;
    version: Generated<number>;
    city_people: number | null;
    opening: Generated<string>;
    explanation: Generated<string>;
    closing: Generated<string>;
    minutes_version: Generated<number>;
    minutes_approved_at: Date | null;
    minutes_approved_by: string | null;
  };
  municipality_group: {
    id: string;
    name: string;
    note: Generated<string>;
    version: Generated<number>;
  };
  municipality_group_member: {
    group_id: string;
    municipality_code: string;
  };
  occasion: {
    id: string;
    channel: string;
    title: string;
    plan_id: string;
    division_id: string | null;
    duty: string;
    opens_on: string;
    closes_on: string | null;
    voice_years: Generated<number>;
    sender_years: Generated<number>;
    settled_at: Date | null;
    settled_by: string | null;
    version: Generated<number>;
    created_by: string | null;
    created_at: Date;
    reopened_reason: Generated<string>;
  };
  one_time_link: {
    id: string;
    kind: string;
    person_id: string | null;
    token_hash: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  partnership: {
    id: string;
    node_id: string;
    partner: string;
    form: string;
    detail: Generated<string>;
    since_on: string | null;
    until_on: string | null;
    proposed_by: string;
    voice_number: number | null;
    version: Generated<number>;
    saved_by: string | null;
    saved_at: Date;
    removed_at: Date | null;
  };
  passkey: {
    id: string;
    person_id: string;
    credential_id: string;
    public_key: string;
    counter: number;
    transports: Json;
    host: string;
    name: string;
    created_at: Date;
    last_used_at: Date | null;
  };
  person: {
    id: string;
    name: string;
    kana: Generated<string>;
    email: string;
    email_verified: Generated<boolean>;
    image: string | null;
    two_factor_enabled: Generated<boolean>;
    locked_until: Date | null;
    lock_count: Generated<number>;
    retired_on: string | null;
    version: Generated<number>;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
    employee_number: string | null;
  };
  personal_request: {
    id: string;
    voice_id: string;
    kind: string;
    received_on: string;
    outcome: string | null;
    reason: Generated<string>;
    decided_on: string | null;
    entered_by: string | null;
    entered_at: Date;
  };
  plan: {
    id: string;
    slug: string;
    kind: string;
    name: string;
    vision: Generated<string>;
    summary: Generated<string>;
    start_year: number;
    end_year: number;
    predecessor_id: string | null;
    division_id: string | null;
    version: Generated<number>;
    created_at: Generated<Date>;
    removed_at: Date | null;
  };
  plan_import: {
    id: string;
    plan_id: string;
    file_id: string;
    state: Generated<string>;
    encoding: string | null;
    mapping: NullableJson;
    is_mapped: Generated<boolean>;
    answers: JsonWithDefault;
    choices: JsonWithDefault;
    job_id: string | null;
    refusal: NullableJson;
    summary: NullableJson;
    imported: NullableJson;
    started_by: string | null;
    started_at: Date;
    applied_at: Date | null;
    version: Generated<number>;
    actual_state: Generated<string>;
    grounds: JsonWithDefault;
  };
  plan_level: {
    id: string;
    plan_id: string;
    depth: number;
    name: string;
    code_pattern: Generated<string>;
    evaluator: Generated<string>;
    has_page: Generated<boolean>;
  };
  plan_node: {
    id: string;
    plan_id: string;
    parent_id: string | null;
    depth: number;
    position: number;
    code: Generated<string>;
    title: string;
    keyword: Generated<string>;
    division_id: string | null;
    is_priority: Generated<boolean>;
    fields: JsonWithDefault;
    related_plans: JsonWithDefault;
    terms: JsonWithDefault;
    version: Generated<number>;
    updated_at: Generated<Date>;
    removed_at: Date | null;
    removed_with: string | null;
  };
  plan_node_related_division: {
    node_id: string;
    division_id: string;
  };
  plan_node_revision: {
    node_id: string;
    number: number;
    act: string;
    content: NullableJson;
    saved_by: string | null;
    saved_at: Date;
    erasure_id: string | null;
  };
  plan_paper: {
    id: string;
    plan_id: string;
    publication_id: string | null;
    form: string;
    job_id: string | null;
    requested_by: string | null;
    requested_at: Date;
    source_hash: string | null;
    file_id: string | null;
    pages: number | null;
    missing_signs: Generated<string>;
    made_at: Date | null;
    version_id: string | null;
    kind: Generated<string>;
  };
  plan_paper_annex: {
    paper_id: string;
    publication_id: string | null;
    hash: string;
  };
  plan_tree_step: {
    id: string;
    plan_id: string;
    step: Json;
    done_by: string;
    done_at: Date;
    undone_at: Date | null;
  };
  point: {
    id: string;
    voice_id: string;
    position: number;
    quote: string;
    prefix: Generated<string>;
    suffix: Generated<string>;
    gist: Generated<string>;
    folded: string;
    topic_id: string | null;
    exclusion: Generated<string>;
    node_id: string | null;
    version: Generated<number>;
    saved_by: string | null;
    saved_at: Date;
    letters: number | null;
  };
  point_before: {
    step_id: string;
    point_id: string;
    voice_id: string;
    position: number;
    quote: string | null;
    prefix: string | null;
    suffix: string | null;
    gist: string | null;
    folded: string | null;
    topic_id: string | null;
    exclusion: string;
    node_id: string | null;
    tags: string[];
    version: number;
    version_after: number | null;
    version_restored: number | null;
  };
  point_tag: {
    point_id: string;
    tag_id: string;
  };
  policy_body: {
    plan_id: string;
    position: number;
    name: string;
    role: Generated<string>;
  };
  policy_method: {
    plan_id: string;
    position: number;
    name: string;
    timing: Generated<string>;
    detail: Generated<string>;
  };
  policy_part: {
    plan_id: string;
    position: number;
    title: string;
    body: Generated<string>;
    shows: Generated<string>;
  };
  policy_version: {
    id: string;
    plan_id: string;
    number: number;
    name: string;
    openness: string;
    dated_on: string;
    decided_by: Generated<string>;
    reason: string;
    content: string;
    hash: string;
    frozen_by: string | null;
    frozen_at: Date;
  };
  population_aim: {
    id: string;
    name: string;
    year: number;
    value: number;
    source: Generated<string>;
    position: number;
  };
  population_frame: {
    plan_id: string;
    path_id: string;
    year: number;
  };
  population_path: {
    id: string;
    code: string;
    name: string;
    kind: string;
    base_year: number;
    source: string;
    method: Generated<string>;
    figures: JsonWithDefault;
    is_public: Generated<boolean>;
    position: number;
    version: Generated<number>;
  };
  post: {
    id: string;
    person_id: string;
    division_id: string;
    title: Generated<string>;
    from_on: string;
    until_on: string | null;
  };
  proposal: {
    voice_id: string;
    call_id: string;
    joins_id: string | null;
    role_field: string | null;
    state: string;
    copy: string | null;
    reason: Generated<string>;
    looked_by: string | null;
    looked_at: Date | null;
    let_by: string | null;
    let_at: Date | null;
    version: Generated<number>;
  };
  proposal_act: {
    id: string;
    voice_id: string;
    act: string;
    reason: Generated<string>;
    done_by: string | null;
    done_at: Date;
  };
  proposal_report: {
    id: string;
    voice_id: string;
    ground: string;
    words: Generated<string>;
    sending_key: string;
    sent_at: Date;
    closed_at: Date | null;
    closed_by: string | null;
  };
  public_comment_round: {
    consultation_id: string;
    purpose: Generated<string>;
    eligibility: Generated<string>;
    methods: Generated<string>;
    destination: Generated<string>;
    notes: Generated<string>;
    publication_way: Generated<string>;
    viewing_places: Generated<string>;
    short_period_reason: Generated<string>;
    accepts_web: Generated<boolean>;
    accepts_files: Generated<boolean>;
    questions: Json;
  };
  publication: {
    id: string;
    subject: string;
    reference: string;
    label: string;
    openness: string;
    format: number;
    payload: string | null;
    hash: string;
    division_name: string;
    division_contact: Generated<string>;
    note: Generated<string>;
    published_at: Date;
    published_by: string | null;
    supersedes_id: string | null;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
    withdrawal_reason: string | null;
    purged_at: Date | null;
    purged_by: string | null;
    purge_reason: string | null;
    purge_requested_at: Date | null;
    purge_requested_by: string | null;
  };
  publication_candidate: {
    id: string;
    subject: string;
    reference: string;
    label: string;
    openness: string;
    format: number;
    payload: string;
    hash: string;
    division_name: string;
    division_contact: Generated<string>;
    note: Generated<string>;
    prepared_at: Date;
    prepared_by: string | null;
  };
  rebasing: {
    plan_id: string;
    from_plan_id: string;
    done_by: string | null;
    done_at: Date;
    undone_at: Date | null;
  };
  redaction: {
    voice_id: string;
    edition: number;
    content: string;
    first_by: string | null;
    first_at: Date | null;
    second_by: string | null;
    second_at: Date | null;
    version: Generated<number>;
  };
  repeated_listing: {
    node_id: string;
    under_node_id: string;
  };
  response: {
    topic_id: string;
    category_id: string | null;
    content: Generated<string>;
    state: Generated<string>;
    send_back: Generated<string>;
    decision_id: string | null;
    version: Generated<number>;
    saved_by: string | null;
    saved_at: Date;
  };
  response_category: {
    id: string;
    symbol: string;
    name: string;
    is_reflected: boolean;
    needs_place: Generated<boolean>;
    position: number;
    retired_at: Date | null;
    version: Generated<number>;
  };
  response_revision: {
    topic_id: string;
    number: number;
    act: string;
    category_id: string | null;
    content: string;
    note: Generated<string>;
    saved_by: string | null;
    saved_at: Date;
  };
  role_grant: {
    id: string;
    person_id: string;
    role: string;
    from_on: string;
    until_on: string | null;
    granted_by: string | null;
    granted_at: Generated<Date>;
  };
  sdg_gap_note: {
    plan_id: string;
    goal: number;
    explanation: string;
  };
  sdg_link: {
    node_id: string;
    goal: number;
    strength: string;
    targets: Generated<string[]>;
    reason: Generated<string>;
  };
  second_factor: {
    id: string;
    person_id: string;
    secret: string;
    backup_codes: string;
    verified: Generated<boolean>;
    failed_verification_count: Generated<number>;
    locked_until: Date | null;
  };
  second_factor_policy: {
    role: string;
    demand: string;
  };
  section_copy: {
    id: string;
    section_id: string;
    loan_id: string;
    cause: string;
    texts: NullableJson;
    written_by: string | null;
    kept_at: Date;
    settled_at: Date | null;
    settled_by: string | null;
  };
  section_loan: {
    id: string;
    section_id: string;
    taken_by: string;
    taken_at: Date;
    base_version: number;
    texts: Json;
    save_number: Generated<number>;
    saved_at: Date;
    ended_at: Date | null;
    ended_as: string | null;
    ended_by: string | null;
    saved_from: Generated<string>;
    saved_turn: Generated<number>;
  };
  section_remark: {
    id: string;
    section_id: string;
    text_key: string;
    quote: Generated<string>;
    words: Generated<string>;
    replacement: string | null;
    made_by: string;
    made_at: Date;
    disposition: string | null;
    reason: Generated<string>;
    disposed_by: string | null;
    disposed_at: Date | null;
  };
  section_revision: {
    section_id: string;
    number: number;
    act: string;
    title: string;
    body: NullableJson;
    saved_by: string | null;
    saved_at: Date;
  };
  section_state: {
    id: string;
    section_id: string;
    state: string;
    reason: Generated<string>;
    text_version: number;
    set_by: string | null;
    set_at: Date;
  };
  sign_in: {
    id: string;
    token: string;
    person_id: string;
    expires_at: Date;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Date;
    updated_at: Date;
    way: Generated<string>;
    two_factors: Generated<boolean>;
    deputy_id: string | null;
  };
  sign_in_attempt: {
    id: string;
    attempted_at: Date;
    person_id: string | null;
    outcome: string;
    address: string;
    user_agent: string;
    way: Generated<string>;
    device: string | null;
  };
  sign_in_challenge: {
    id: string;
    identifier: string;
    value: string;
    expires_at: Date;
    created_at: Date;
    updated_at: Date;
    way: Generated<string>;
  };
  sign_in_way: {
    way: string;
    roles: Json;
    place: string;
    settings: JsonWithDefault;
  };
  statistic_citation: {
    id: string;
    node_id: string;
    item_id: string;
    scope: Generated<string>;
    group_id: string | null;
    note: Generated<string>;
    position: number;
  };
  statistic_data_set: {
    id: string;
    code: string;
    name: string;
    source: string;
    source_address: Generated<string>;
    licence: Generated<string>;
    note: Generated<string>;
    version: Generated<number>;
    created_at: Date;
  };
  statistic_import: {
    id: string;
    file_id: string;
    data_set_id: string | null;
    state: Generated<string>;
    encoding: string | null;
    form: string;
    settings: Json;
    is_confirmed: Generated<boolean>;
    job_id: string | null;
    refusal: NullableJson;
    summary: NullableJson;
    started_by: string | null;
    started_at: Date;
    applied_at: Date | null;
  };
  statistic_item: {
    id: string;
    data_set_id: string;
    code: string;
    name: string;
    unit: Generated<string>;
    decimals: Generated<number>;
    direction: string | null;
    description: Generated<string>;
    position: number;
    is_public: Generated<boolean>;
    version: Generated<number>;
  };
  statistic_municipality: {
    code: string;
    prefecture: string;
    name: string;
  };
  statistic_value: {
    item_id: string;
    municipality_code: string;
    year: number;
    value: number | null;
    absence: string | null;
  };
  stored_file: {
    id: string;
    name: string;
    media_type: string;
    size: number;
    hash: string;
    content: Buffer | null;
    uploaded_by: string | null;
    uploaded_at: Date;
    erased_at: Date | null;
    is_open: Generated<boolean>;
  };
  stored_sheet: {
    file_id: string;
    position: number;
    name: string;
    is_hidden: boolean;
    row_count: number;
    content: Json;
    is_open: boolean;
  };
  strategy: {
    id: string;
    slug: string;
    plan_id: string;
    frame_id: string | null;
    target_set_id: string;
    form: string;
    name: string;
    statement: Generated<string>;
    source: Generated<string>;
    start_year: number;
    end_year: number;
    version: Generated<number>;
  };
  strategy_acceptance: {
    key: string;
    reason: string;
    accepted_by: string | null;
    accepted_at: Date;
  };
  strategy_frame: {
    id: string;
    code: string;
    name: string;
    start_year: number;
    end_year: number | null;
    goals: JsonWithDefault;
    source: string;
    note: Generated<string>;
    position: number;
    version: Generated<number>;
  };
  strategy_goal: {
    id: string;
    strategy_id: string;
    code: string;
    name: string;
    description: Generated<string>;
    frame_goals: Generated<string[]>;
    position: number;
  };
  strategy_indicator: {
    strategy_id: string;
    indicator_id: string;
    goal_id: string | null;
  };
  strategy_measure: {
    strategy_id: string;
    node_id: string;
    goal_id: string;
  };
  strategy_period_change: {
    id: string;
    strategy_id: string;
    start_year: number;
    end_year: number;
    reason: string;
    decided_by: Generated<string>;
    decided_on: string | null;
    saved_by: string | null;
    saved_at: Date;
  };
  tag: {
    id: string;
    name: string;
    position: number;
  };
  target_revision: {
    id: string;
    indicator_id: string;
    target_set_id: string;
    fiscal_year: number;
    before: NullableJson;
    after: NullableJson;
    reason: Generated<string>;
    decided_by: Generated<string>;
    decided_on: string | null;
    saved_by: string | null;
    saved_at: Date;
    erasure_id: string | null;
  };
  target_set: {
    id: string;
    plan_id: string;
    kind: string;
    name: string;
    start_year: number;
    end_year: number;
  };
  topic: {
    id: string;
    plan_id: string;
    number: number;
    title: string;
    place: Generated<string>;
    node_id: string | null;
    division_id: string | null;
    due_on: string | null;
    asked_at: Date | null;
    reminded_at: Date | null;
    version: Generated<number>;
    saved_by: string | null;
    saved_at: Date;
    merged_into_id: string | null;
    removed_at: Date | null;
  };
  town_meeting: {
    consultation_id: string;
    purpose: Generated<string>;
    programme: Generated<string>;
    eligibility: Generated<string>;
    how_to_apply: Generated<string>;
    accepts_web: Generated<boolean>;
    keep_days: Generated<number>;
  };
  transfer: {
    id: string;
    state: Generated<string>;
    effective_on: string;
    file_name: Generated<string>;
    lines: JsonWithDefault;
    steps: JsonWithDefault;
    made_by: string | null;
    made_at: Date;
    decided_by: string | null;
    decided_at: Date | null;
    cancelled_by: string | null;
    cancelled_at: Date | null;
  };
  version_remark: {
    id: string;
    version_id: string;
    kind: string;
    speaker: string;
    said_on: string;
    section: Generated<string>;
    words: string;
    answer: Generated<string>;
    version: Generated<number>;
    added_by: string | null;
    added_at: Date;
    removed_at: Date | null;
  };
  voice: {
    id: string;
    number: number;
    occasion_id: string;
    way: string;
    received_at: Date;
    entered_by: string | null;
    batch_id: string | null;
    batch_row: number | null;
    node_id: string | null;
    joins_topic_id: string | null;
    district_id: string | null;
    age_band: Generated<string>;
    sender_kind: Generated<string>;
    wishes_reply: Generated<boolean>;
    wishes_publication: Generated<boolean>;
    receipt_hash: string | null;
    sending_key: string | null;
    likeness: string;
    hidden_at: Date | null;
    hidden_by: string | null;
    hidden_reason: Generated<string>;
    disposed_at: Date | null;
    version: Generated<number>;
  };
  voice_attachment: {
    voice_id: string;
    file_id: string;
    position: number;
  };
  voice_batch: {
    id: string;
    occasion_id: string;
    kind: string;
    title: string;
    file_id: string | null;
    entered_by: string | null;
    entered_at: Date;
    checked_by: string | null;
    checked_at: Date | null;
    state: Generated<string>;
    version: Generated<number>;
  };
  voice_import: {
    id: string;
    occasion_id: string;
    file_id: string;
    state: Generated<string>;
    encoding: string | null;
    settings: Json;
    is_confirmed: Generated<boolean>;
    is_answered: Generated<boolean>;
    job_id: string | null;
    refusal: NullableJson;
    summary: NullableJson;
    batch_id: string | null;
    started_by: string | null;
    started_at: Date;
    applied_at: Date | null;
  };
  voice_origin: {
    voice_id: string;
    file_row: number;
    file_column: string;
    own_number: string;
  };
  voice_sender: {
    voice_id: string;
    name: Generated<string>;
    organisation: Generated<string>;
    address: Generated<string>;
    phone: Generated<string>;
    email: Generated<string>;
  };
  voice_text: {
    voice_id: string;
    edition: number;
    content: string | null;
    content_hash: string;
    reason: Generated<string>;
    entered_at: Date;
    folded: string | null;
    letters: number | null;
    place: Generated<string>;
  };
  workshop: {
    consultation_id: string;
    purpose: Generated<string>;
    eligibility: Generated<string>;
    how_to_apply: Generated<string>;
    next_steps: Generated<string>;
  };
  workshop_note: {
    id: string;
    table_id: string;
    position: number;
    content: Generated<string>;
    votes: Generated<number>;
    voice_id: string | null;
    version: Generated<number>;
  };
  workshop_round: {
    id: string;
    consultation_id: string;
    theme: string;
    place: string;
    directions: Generated<string>;
    held_on: string;
    begins: string;
    ends: string;
    summary: Generated<string>;
    version: Generated<number>;
  };
  workshop_table: {
    id: string;
    round_id: string;
    position: number;
    name: string;
    people: Generated<number>;
    summary: Generated<string>;
  };
}

export interface PlatformTables {
  backup_taken: {
    taken_at: Date;
    file: string;
    size: number;
  };
  job: {
    id: string;
    municipality_code: string;
    kind: string;
    payload: JsonWithDefault;
    state: Generated<string>;
    progress: Generated<number>;
    progress_note: Generated<string>;
    result: NullableJson;
    failure: string | null;
    attempts: Generated<number>;
    max_attempts: Generated<number>;
    cancel_requested: Generated<boolean>;
    run_after: Generated<Date>;
    heartbeat_at: Date | null;
    requested_by: string | null;
    created_at: Generated<Date>;
    finished_at: Date | null;
  };
  municipality: {
    code: string;
    name: string;
    schema_name: string;
    is_default: Generated<boolean>;
    is_unofficial: Generated<boolean>;
    created_at: Generated<Date>;
    notice: Generated<string>;
    kana: Generated<string>;
    contact: Generated<string>;
    version: Generated<number>;
    upgrade_failure: string | null;
  };
  municipality_host: {
    host: string;
    municipality_code: string;
  };
}
