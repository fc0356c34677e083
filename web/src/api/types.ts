/** The wire records of the server's operations. */

export type Cell = null | boolean | number | string | Cell[] | { [field: string]: Cell };
export type Row = Cell[];

export interface Column {
  name: string;
  type: string;
}

export interface Statistics {
  elapsed_ms: number;
  rows: number;
}

export interface Location {
  line: number;
  column: number;
  offset: number;
}

export interface ErrorBody {
  code: string;
  type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
  message: string;
  location?: Location | null;
  id?: string | null;
}

export interface SourceSummary {
  name: string;
  engine: string;
  status: "available" | "unavailable";
  tables: number;
  error?: string | null;
}

export interface SchemaColumn {
  name: string;
  type: string;
  engine_type: string;
  nullable: boolean;
  comment?: string | null;
  primary_key: boolean;
  examples: string[];
}

export interface ForeignKey {
  columns: string[];
  references_table: string;
  references_columns: string[];
  inferred: boolean;
}

export interface SchemaTable {
  name: string;
  schema?: string | null;
  kind: "table" | "view";
  comment?: string | null;
  rows?: number | null;
  columns: SchemaColumn[];
  primary_key: string[];
  foreign_keys: ForeignKey[];
}

export interface SourceDescription {
  source: string;
  engine: string;
  tables: SchemaTable[];
}

export interface QueryResult {
  columns: Column[];
  rows: Row[];
  truncated: boolean;
  cursor?: string | null;
  sql: string;
  statistics: Statistics;
}

export type ChartKind = "bar" | "line" | "scatter" | "pie" | "number";

export interface Encoding {
  column: string;
  label: string;
}

export interface ChartSpec {
  kind: ChartKind;
  title: string;
  x?: Encoding | null;
  y: Encoding[];
  reason: string;
}

export type TrustLabel = "verified" | "governed" | "inferred" | "model" | "none";

export interface Trust {
  label: TrustLabel;
  confidence: number;
  reasons: string[];
}

export interface Understood {
  words: string;
  meaning: string;
}

export interface AnswerOption {
  label: string;
  question: string;
  sql?: string | null;
}

export interface Answer {
  status: "answered" | "clarify" | "abstain";
  conversation: string;
  turn: string;
  question: string;
  source?: string | null;
  sql?: string | null;
  paraphrase?: string | null;
  columns: Column[];
  rows: Row[];
  truncated: boolean;
  chart?: ChartSpec | null;
  trust: Trust;
  explanation: string;
  understood: Understood[];
  unexplained: string[];
  options?: AnswerOption[] | null;
  statistics?: Statistics | null;
}

export interface Suggestion {
  source: string;
  question: string;
}

export interface ConversationSummary {
  id: string;
  title: string;
  source?: string | null;
  updated_at: string;
  turns: number;
}

export interface ConversationTurn {
  id: string;
  question: string;
  answer: Answer;
  created_at: string;
}

export interface Conversation {
  id: string;
  title: string;
  turns: ConversationTurn[];
}

/** Every operation that the web calls: what goes in, what comes out. */
export interface Operations {
  ask: {
    input: { question: string; source?: string; conversation?: string };
    output: Answer;
  };
  query: {
    input: { source: string; sql: string; limit?: number; cursor?: string };
    output: QueryResult;
  };
  list_sources: { input: Record<string, never>; output: { sources: SourceSummary[] } };
  describe_source: { input: { source: string; table?: string }; output: SourceDescription };
  suggest_questions: { input: { source?: string }; output: { suggestions: Suggestion[] } };
  list_conversations: {
    input: Record<string, never>;
    output: { conversations: ConversationSummary[] };
  };
  get_conversation: { input: { conversation: string }; output: Conversation };
  delete_conversation: { input: { conversation: string }; output: { deleted: boolean } };
}

export type OperationName = keyof Operations;

/** What `ask` reports while it works. */
export interface Progress {
  step: string;
  detail: {
    understood?: Understood[];
    paraphrase?: string;
    sql?: string;
    source?: string;
    columns?: Column[];
    rows?: Row[];
  };
}
