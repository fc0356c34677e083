/**
 * The wire records by the names that the page uses. Their shapes come from `openapi.d.ts`, which is
 * made from the server's own description; only what that cannot say is added here.
 */
import type { components, operations } from "./openapi";

export type OperationName =
  | "ask"
  | "list_planners"
  | "query"
  | "draw_rows"
  | "change_chart"
  | "list_chart_templates"
  | "save_chart_template"
  | "remove_chart_template"
  | "list_sources"
  | "describe_source"
  | "suggest_questions"
  | "profile_table"
  | "list_engines"
  | "test_source"
  | "source_status"
  | "add_source"
  | "add_sample"
  | "change_source"
  | "remove_source"
  | "list_conversations"
  | "get_conversation"
  | "rename_conversation"
  | "delete_conversation"
  | "restore_conversation"
  | "share_conversation"
  | "list_shares"
  | "end_share"
  | "open_share"
  | "continue_share"
  | "give_feedback"
  | "list_proposals"
  | "evaluate_proposal"
  | "approve_proposal"
  | "reject_proposal"
  | "find_insights"
  | "write_report"
  | "export_query_result"
  | "export_status"
  | "cancel_job"
  | "show_approval"
  | "approve"
  | "refuse"
  | "check_sql"
  | "render_chart"
  | "explain_query"
  | "explain_sql"
  | "fix_sql"
  | "debug_query"
  | "list_history"
  | "list_query_versions"
  | "list_queries"
  | "show_query"
  | "save_query"
  | "approve_query"
  | "remove_query"
  | "who_am_i"
  | "sign_in"
  | "sign_out";

export type Cell = null | boolean | number | string | Cell[] | { [field: string]: Cell };
export type Row = Cell[];

/** Rows are described as arrays of anything; what a cell can be is the wire's convention. */
type WithRows<T> = Omit<T, "rows"> & { rows: Row[] };

type Body<N extends OperationName> = operations[N]["responses"][200]["content"]["application/json"];

export type Input<N extends OperationName> =
  operations[N]["requestBody"]["content"]["application/json"];

export type Answer = WithRows<Body<"ask">>;
export type QueryResult = WithRows<Body<"query">>;
export type SourceDescription = Body<"describe_source">;
export type ConversationTurn = Omit<Body<"get_conversation">["turns"][number], "answer"> & {
  answer: Answer;
};
export type Conversation = Omit<Body<"get_conversation">, "turns"> & { turns: ConversationTurn[] };

export type Insight = WithRows<Body<"find_insights">["insights"][number]>;
export type Insights = Omit<Body<"find_insights">, "insights"> & { insights: Insight[] };
export type Explanation = Body<"explain_sql">;
export type Fixes = Body<"fix_sql">;
export type Export = Body<"export_query_result">;
export type Checked = Body<"check_sql">;
export type PlanNode = Body<"explain_query">["plan"];
export type Plan = Body<"explain_query">;
export type SavedQueryItem = Body<"list_queries">["queries"][number];
export type SavedQuery = Body<"show_query">;
export type HistoryItem = Body<"list_history">["statements"][number];
export type VersionItem = Body<"list_query_versions">["versions"][number];
export type Debugged = Body<"debug_query">;
export type DebugStep = Debugged["steps"][number];
export type QueryVersion = NonNullable<SavedQuery["approved"]>;
export type QueryParameter = QueryVersion["parameters"][number];

export type SharedTurn = Omit<Body<"open_share">["turns"][number], "answer"> & {
  answer?: Answer;
};
export type OpenedShare = Omit<Body<"open_share">, "turns"> & { turns: SharedTurn[] };
export type ShareSummary = Body<"list_shares">["shares"][number];

type WithPreview<T extends { preview: object }> = Omit<T, "preview"> & {
  preview: WithRows<T["preview"]>;
};
export type Approval = WithPreview<Body<"show_approval">>;
export type Approved = Omit<Body<"approve">, "approval"> & { approval: Approval };

interface Described {
  ask: Answer;
  show_approval: Approval;
  approve: Approved;
  refuse: Approval;
  find_insights: Insights;
  query: QueryResult;
  get_conversation: Conversation;
  open_share: OpenedShare;
}

export type Output<N extends OperationName> = N extends keyof Described ? Described[N] : Body<N>;

export type Column = QueryResult["columns"][number];
export type ColumnType = Column["type"];
export type SourceSummary = Body<"list_sources">["sources"][number];
export type SchemaTable = SourceDescription["tables"][number];
export type SchemaColumn = SchemaTable["columns"][number];
export type ForeignKey = SchemaTable["foreign_keys"][number];
export type Encoding = NonNullable<Answer["chart"]>["y"][number];
/** A chart as the server chose it or somebody changed it, of any kind that there is. */
export type SentChart = NonNullable<Answer["chart"]>;
export type SentKind = SentChart["kind"];
export type ChartStyle = NonNullable<SentChart["style"]>;
export type DrawnRows = Body<"draw_rows">;
/** The kinds that MCP Apps draw. */
export type ChartKind = "bar" | "line" | "scatter" | "pie" | "number";
/** A chart as MCP Apps draw it: a measure for each series. */
export interface ChartSpec {
  kind: ChartKind;
  title: string;
  x?: Encoding | undefined;
  y: Encoding[];
  reason: string;
  /** How several measures share a place. */
  look?: "stacked" | "percent" | "area" | "step" | undefined;
}
export type Trust = Answer["trust"];
export type TrustLabel = Trust["label"];
export type FilterChip = Answer["filters"][number];
export type ChipEdit = NonNullable<Input<"ask">["edit"]>;
export type Understood = Answer["understood"][number];
export type Planner = Body<"list_planners">["planners"][number];
export type Suggestion = Body<"suggest_questions">["suggestions"][number];
export type ConversationSummary = Body<"list_conversations">["conversations"][number];

export type KeptSource = Body<"add_source">;
export type EngineField = Body<"list_engines">["engines"][number]["settings"][number];
export type SettingProblem = Body<"test_source">["problems"][number];
export type SettingValue = string | number | boolean | string[];
/** Settings by name; their description leaves the values open. */
export type Settings = NonNullable<Input<"add_source">["settings"]>;
export type ColumnContent = Body<"profile_table">["columns"][number];

export type Proposal = Body<"list_proposals">["proposals"][number];
export type Evaluation = Body<"evaluate_proposal">;

export type WhoAmI = Body<"who_am_i">;

export type ErrorBody = components["schemas"]["Failure"];
export type Location = NonNullable<ErrorBody["location"]>;

/** What `ask` tells while it works; the description leaves the detail of a step open. */
export type Progress = components["schemas"]["Progress"] & {
  detail: {
    understood?: Understood[];
    paraphrase?: string;
    sql?: string;
    source?: string;
    columns?: Column[];
    rows?: Row[];
  };
};
