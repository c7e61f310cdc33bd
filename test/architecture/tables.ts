import type { SourceFile } from "./source.ts";
import type { subjects } from "./floors.ts";

/** Which subject keeps which table of a municipality. Files that people hand in (stored_file, stored_sheet) are machinery: any store may join them. */
export const tablesOf: Readonly<Record<(typeof subjects)[number] | "platform", readonly string[]>> = {
  audit: words("event form_submission"),
  identity: words(`person credential second_factor second_factor_policy one_time_link role_grant post
    division division_period sign_in sign_in_attempt sign_in_challenge sign_in_way passkey
    transfer deputy`),
  publication: words("publication publication_candidate"),
  plan: words(`plan plan_level plan_node plan_node_related_division plan_node_revision plan_tree_step
    plan_import plan_paper plan_paper_annex word_template erasure lineage lineage_step rebasing repeated_listing sdg_link sdg_gap_note
    indicator indicator_series indicator_actual indicator_target indicator_revision indicator_removal target_set target_revision actual_revision`),
  statistics: words(`statistic_data_set statistic_item statistic_value statistic_municipality
    municipality_group municipality_group_member statistic_import
    statistic_citation background_entry background_link`),
  strategy: words(`population_path population_aim population_frame
    strategy strategy_frame strategy_goal strategy_period_change strategy_measure strategy_indicator strategy_acceptance
    grant_programme grant_project grant_project_year grant_kpi`),
  documents:
    words(`manuscript_section section_revision section_state section_loan section_copy glossary_term section_remark
    manuscript_picture word_import draft_version erratum version_remark`),
  voices: words(`district occasion ledger_number voice voice_text voice_sender voice_attachment voice_batch redaction
    point tag point_tag topic response response_revision response_category decision decision_item change boilerplate
    ledger_step point_before personal_request disposal batch_sheet voice_import voice_origin`),
  consultations: words(
    `consultation consultation_period_change consultation_document public_comment_round intake_limit
    town_meeting meeting_venue meeting_registration meeting_registrant meeting_attendance meeting_exchange
    workshop workshop_round workshop_table workshop_note
    idea_call proposal proposal_act proposal_report`,
  ),
  declarations: words(
    "declaration declaration_number declaration_goal declaration_measure declaration_contact declaration_year partnership",
  ),
  formulation: words(`formulation policy_part policy_body policy_method policy_version formulation_stage
    gate gate_item gate_view gate_condition gate_confirmation`),
  platform: words("stored_file stored_sheet"),
};

function words(text: string): string[] {
  return text.split(/\s+/);
}

const rule = `SQL of a subject stands only in its store.ts or store/, and names only the subject's own tables (test/architecture/tables.ts):
  what another subject knows is asked of its door. The machinery (platform) keeps the tables of platform, stored_file and stored_sheet.`;

const statement = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(|\bsql(?:<[^`]*>)?`/;
const named =
  /(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|[a-z]*[jJ]oin)\(\s*"([a-z_]+)|\bsql\.table\("([a-z_]+)/g;

/** Sentences for every statement outside a store, and for every table of another subject in one; empty when all is in its place. */
export function misplacedSql(files: readonly SourceFile[]): string[] {
  const misplaced = files
    .filter(({ path }) => !path.includes(".test.") && !path.startsWith("src/platform/"))
    .flatMap((file) => {
      if (!statement.test(file.text)) return [];
      const subject = /^src\/domain\/([a-z-]+)\/(?:.+\/)?store(?:\.ts|\/.+\.ts)$/.exec(file.path)?.[1];
      return subject ? foreignTables(file, subject) : [`${file.path} has SQL`];
    });
  return misplaced.length > 0 ? [...misplaced, rule] : [];
}

function foreignTables(file: SourceFile, subject: string): string[] {
  const own = Object.entries(tablesOf).flatMap(([keeper, tables]) => (keeper === subject ? tables : []));
  const tables = [...file.text.matchAll(named)].map((match) => match[1] ?? match[2] ?? "");
  return tables
    .filter((table) => ![...own, ...tablesOf.platform].includes(table))
    .map((table) => `${file.path} names the table ${table}`);
}
