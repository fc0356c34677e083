// Made from openapi.json by `npm run types`; do not change it by hand.

export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddSampleInput: Record<string, never>;
        AddSourceInput: {
            /** @description What the source will be called */
            name: string;
            /** @description The kind of database, as list_engines gives it; without it, give `uploads` */
            engine?: string;
            /** @description Its settings, as list_engines describes them; ${ALIDADE_SOURCE_...} stands for a variable of the server's environment */
            settings?: Record<string, never>;
            /** @description Files that were sent to /api/v1/uploads: tables of one source, or one database */
            uploads?: string[];
        };
        ApprovalInput: {
            /** @description Its id, as list_approvals gives it */
            approval: string;
        };
        ApprovalOutput: {
            /** @description Its id, for show_approval, approve and refuse */
            approval: string;
            /** @enum {string} */
            state: "pending" | "running" | "done" | "refused" | "failed" | "expired";
            /** @description Who proposed it */
            proposed_by: string;
            /** @description Through which door; `mcp` is a model or an agent */
            door: string;
            source: string;
            preview: {
                /** @description The table whose rows it changes */
                table: string;
                /** @description How many rows it touches */
                rows_touched: number;
                /** @description Columns of the rows shown; `new ...` is what becomes of a column of that name */
                columns: {
                    name: string;
                    /** @enum {string} */
                    type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                }[];
                /** @description A few of the rows, as they are before or would be inserted */
                rows: unknown[][];
                /** @description The statement as it would run */
                sql: string;
                tables: string[];
            };
            /** @description The values that are bound */
            parameters?: unknown;
            proposed_at: string;
            /** @description Until when it may be approved */
            expires_at: string;
            decided_by?: string;
            decided_at?: string;
            /** @description Why it was refused, or how it failed */
            note?: string;
            /** @description Why you cannot approve it; absent if you can */
            cannot_approve?: string;
        };
        ApproveOutput: {
            /** @description Whether it was done; false where the data has changed and the preview is new */
            done: boolean;
            /** @description What happened, in a sentence */
            message: string;
            approval: {
                /** @description Its id, for show_approval, approve and refuse */
                approval: string;
                /** @enum {string} */
                state: "pending" | "running" | "done" | "refused" | "failed" | "expired";
                /** @description Who proposed it */
                proposed_by: string;
                /** @description Through which door; `mcp` is a model or an agent */
                door: string;
                source: string;
                preview: {
                    /** @description The table whose rows it changes */
                    table: string;
                    /** @description How many rows it touches */
                    rows_touched: number;
                    /** @description Columns of the rows shown; `new ...` is what becomes of a column of that name */
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                    }[];
                    /** @description A few of the rows, as they are before or would be inserted */
                    rows: unknown[][];
                    /** @description The statement as it would run */
                    sql: string;
                    tables: string[];
                };
                /** @description The values that are bound */
                parameters?: unknown;
                proposed_at: string;
                /** @description Until when it may be approved */
                expires_at: string;
                decided_by?: string;
                decided_at?: string;
                /** @description Why it was refused, or how it failed */
                note?: string;
                /** @description Why you cannot approve it; absent if you can */
                cannot_approve?: string;
            };
        };
        ApproveQueryInput: {
            /** @description Its name, as list_queries gives it */
            name: string;
            /** @description The version that you have read, as show_query gives it */
            version: number;
        };
        AskInput: {
            /** @description A question in plain words; in a conversation also a follow-up such as "only 2025" or "by region". Choice and edit go without one; planner then answers the last question of the conversation again */
            question?: string;
            /** @description The source to ask; without it the best fitting one is chosen */
            source?: string;
            /** @description The conversation to go on with, or `last`; without it a new one begins */
            conversation?: string;
            /** @description The number of the option to choose, of those that the last turn offered */
            choice?: number;
            /** @description A change of a filter, of the order or of the limit of the last answer */
            edit?: {
                /** @description The id of the filter as the answer gives it: filter-1, limit, order-1 */
                id: string;
                /** @description Its new value, or values of which any will do; without any it is removed */
                values?: string[];
            };
            /** @description The turn that this question takes the place of; it and those after it go */
            instead_of?: string;
            /** @description Who plans the question, as list_planners names them; it is then read as a whole question, not as a follow-up. Without it whoever is configured */
            planner?: string;
            /** @description Ask a language model again, though its answer is kept */
            fresh?: boolean;
        };
        AskOutput: {
            /** @enum {string} */
            status: "answered" | "clarify" | "abstain";
            conversation: string;
            turn: string;
            question: string;
            source?: string;
            sql?: string;
            /** @description What the SQL does, in plain words */
            paraphrase?: string;
            /** @description What a follow-up kept of the answer before, in plain words */
            kept?: string;
            columns: {
                name: string;
                /** @enum {string} */
                type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
            }[];
            rows: unknown[][];
            /** @description Whether there are more rows */
            truncated: boolean;
            chart?: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
            trust: {
                /**
                 * @description What stands behind the answer
                 * @enum {string}
                 */
                label: "verified" | "governed" | "inferred" | "model" | "none";
                /** @description How likely the reading is right, between 0 and 1 */
                confidence: number;
                reasons: string[];
                /** @description Who approved it; only of verified answers */
                approval?: {
                    /** @description Who, where it is known */
                    by?: string;
                    /** @description When, where it is known */
                    at?: string;
                };
                /** @description Who made the plan: `built-in`, or a language model's name */
                planner?: string;
            };
            /** @description What was done, or why nothing was */
            explanation: string;
            /** @description Words of the question and what they were taken to mean */
            understood: {
                words: string;
                meaning: string;
            }[];
            /** @description Words of the question that were not understood */
            unexplained: string[];
            /** @description Readings to choose from, or questions that can be answered where this one cannot: ask again in the same conversation with the option's number as choice */
            options?: {
                /** @description The reading in plain words */
                label: string;
                /** @description Ask this in the same conversation to choose the reading */
                question: string;
                /** @description The SQL of the reading */
                sql?: string;
                /** @description The source it reads */
                source?: string;
            }[];
            /** @description Filters, order and limit, each of which edit can change */
            filters: {
                /** @description Names it in an edit */
                id: string;
                /** @enum {string} */
                kind: "filter" | "grain" | "order" | "limit";
                /** @description What it says in plain words */
                label: string;
                /** @description The column that it is about */
                column?: string;
                /** @description How the column is compared */
                operator?: string;
                values: string[];
                /** @description The words that said it */
                words?: string;
                /** @description Other values that it could have */
                alternatives: string[];
            }[];
            /** @description The tables that were read */
            tables: string[];
            freshness?: {
                /** @description When the source was read for this answer */
                read_at: string;
                /** @description The latest date in the tables that were read, where it is known */
                newest?: string;
            };
            statistics?: {
                elapsed_ms: number;
                rows: number;
                /**
                 * Format: date-time
                 * @description When the rows were read, where the data may have changed since
                 */
                as_of?: string;
            };
            /** @description The turn whose question another planner answers here again */
            version_of?: string;
        };
        Axis: {
            column: string;
            label: string;
        };
        BeginInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Seconds without a statement after which it ends, at most 600; 60 unless given */
            idle_seconds?: number;
        };
        BeginOutput: {
            /** @description Pass it to query as transaction, and to end_transaction */
            transaction: string;
            source: string;
            /** @description When it ends unless a statement runs before */
            expires_at: string;
        };
        CacheStatsInput: {
            /** @description One source alone; all unless given */
            source?: string;
        };
        CacheStatsOutput: {
            sources: {
                source: string;
                /** @description Kept, and the source said that its data are the same */
                hits: number;
                /** @description Taken from a kept result that holds more, of the same data */
                derived: number;
                /** @description Kept, and younger than the configuration allows */
                aged: number;
                /** @description Kept and older than the data, while new ones were read */
                stale: number;
                /** @description Shared with somebody who asked the same at the same time */
                joined: number;
                /** @description Read from the source and kept */
                misses: number;
                /** @description Read from the source and not kept; explain_cache says why */
                bypassed: number;
                /** @description The share of all that the source was not asked for, 0 to 1 */
                hit_rate: number;
                /** @description Results that are kept now */
                results: number;
                bytes: number;
            }[];
            /** @description Bytes that kept results take, about */
            bytes: number;
            /** @description Bytes that they may take, besides those that are pinned */
            most_bytes: number;
            /** @description Bytes that one result may take */
            largest_bytes: number;
            /** @description Bytes that all pinned results may take */
            most_pinned_bytes: number;
            /** @description Results that the configuration pins, which stay however much else is asked */
            pins: {
                name: string;
                source: string;
                /** @description As whom it is read */
                caller: string;
                /** @description Whether its rows are here; they are given while they are the data's */
                kept: boolean;
                /** @description Why they are not here, or cannot be given now */
                why?: string;
                rows: number;
                bytes: number;
                /**
                 * Format: date-time
                 * @description When the source gave them
                 */
                read_at?: string;
                /**
                 * Format: date-time
                 * @description When it was last looked whether the data have changed
                 */
                looked_at?: string;
                last_failure?: {
                    code: string;
                    message: string;
                    /** Format: date-time */
                    at: string;
                };
            }[];
            /** @description What else is kept: schemas of sources, plans of questions, answers of models */
            others: {
                kind: string;
                hits: number;
                misses: number;
                /** @description The share of all that was kept, 0 to 1 */
                hit_rate: number;
            }[];
            /** @description What is shared with other instances, where the configuration says so */
            shared?: {
                place: string;
                /** @description Whether it is used now; results come from this process and the sources else */
                answers: boolean;
                /** @description Why it is not used */
                why?: string;
                /** @description Results of other instances that were given here */
                hits: number;
                /** @description Looked for in vain */
                misses: number;
                /** @description Results that were put there */
                written: number;
                /** @description Not put there: too large, or too many at once */
                dropped: number;
                /** @description Found and not taken, since they were damaged or sealed with another key */
                refused: number;
                /** @description How often it failed or took too long */
                failures: number;
                /** @description Sources that were cleared here and are told to the others once it answers */
                uncleared: string[];
            };
        };
        ChangeCallerInput: {
            /** @description Who is changed */
            name: string;
            /** @description The new roles, all of them; as they are unless said */
            roles?: string[];
            /** @description The new attributes, all of them; as they are unless said */
            attributes?: {
                [key: string]: string;
            };
            /** @description How much the caller may use, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost; as they are unless said, none if {} */
            limits?: {
                [key: string]: number;
            };
        };
        ChangeCallerOutput: {
            caller: {
                name: string;
                roles: string[];
                attributes: {
                    [key: string]: string;
                };
                /** @description How much the caller may use by their own name, whatever their roles say */
                limits: {
                    [key: string]: number;
                };
                /** @description Whether the caller can sign in with a password */
                has_password: boolean;
                /** @description Whether the caller stands in alidade.yaml, where alone it can be changed */
                configured: boolean;
            };
        };
        ChangeChartInput: {
            /** @description A conversation of yours, or last */
            conversation: string;
            /** @description The turn whose answer is drawn otherwise; the last one unless given */
            turn?: string;
            /** @description The whole chart; its columns must be columns of the answer */
            chart: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
        };
        ChangeChartOutput: {
            conversation: string;
            turn: string;
            /** @description The chart that is kept with the answer now */
            chart: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
        };
        ChangeSourceInput: {
            /** @description A source that was added, as list_sources gives it */
            name: string;
            /** @description Settings that get another value; the others stay */
            settings?: Record<string, never>;
            /** @description Settings that are taken away */
            without?: string[];
            /** @description More files that were sent to /api/v1/uploads */
            uploads?: string[];
        };
        CheckOutput: {
            /** @enum {string} */
            verdict: "allow" | "deny";
            /** @enum {string} */
            effect: "read" | "write" | "ddl" | "admin";
            tables: string[];
            columns: string[];
            functions: string[];
            /** @description What would run, when allowed */
            governed_sql?: string;
            /** @description Why it is denied */
            reasons: {
                /** @enum {string} */
                code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                message: string;
                line?: number;
                column?: number;
            }[];
        };
        ClearCacheInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Only results that read this table, as describe_source writes it */
            table?: string;
        };
        ClearCacheOutput: {
            /** @description How many results are kept no longer */
            cleared: number;
            source: string;
        };
        Column: {
            name: string;
            type: string;
        };
        ColumnLabel: {
            name: string;
            /** @enum {string} */
            type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
        };
        ContinueShareInput: {
            /** @description As share_conversation gave it */
            token: string;
            /** @description The number of the turn to go on from; the last one unless given */
            turn?: number;
        };
        ContinueShareOutput: {
            /** @description A conversation of your own, for ask and get_conversation */
            conversation: string;
        };
        ConversationInput: {
            /** @description The conversation's id */
            conversation: string;
        };
        ConversationOutput: {
            id: string;
            title: string;
            turns: {
                id: string;
                question: string;
                answer: {
                    /** @enum {string} */
                    status: "answered" | "clarify" | "abstain";
                    conversation: string;
                    turn: string;
                    question: string;
                    source?: string;
                    sql?: string;
                    /** @description What the SQL does, in plain words */
                    paraphrase?: string;
                    /** @description What a follow-up kept of the answer before, in plain words */
                    kept?: string;
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                    }[];
                    rows: unknown[][];
                    /** @description Whether there are more rows */
                    truncated: boolean;
                    chart?: {
                        /** @enum {string} */
                        kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                        title: string;
                        /** @description Along what the marks stand */
                        x?: components["schemas"]["Axis"];
                        /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                        y: components["schemas"]["Axis"][];
                        reason: string;
                        /** @description What tells series apart: one colour for each of its values */
                        series?: components["schemas"]["Axis"];
                        /** @description What the size of marks tells */
                        size?: components["schemas"]["Axis"];
                        /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                        z?: components["schemas"]["Axis"];
                        /** @description From the outermost group to the innermost, or from where to where */
                        path?: components["schemas"]["Axis"][];
                        /** @description One small chart for each value of this column */
                        facet?: components["schemas"]["Axis"];
                        /** @description One frame of an animation for each value of this column */
                        frame?: components["schemas"]["Axis"];
                        /** @description How it looks */
                        style?: {
                            /**
                             * @description How the series of bars and areas stand
                             * @enum {string}
                             */
                            arrangement?: "grouped" | "stacked" | "percent";
                            /**
                             * @description In which order the marks stand; as the rows come unless given
                             * @enum {string}
                             */
                            sort?: "ascending" | "descending" | "name" | "name_descending";
                            /**
                             * @description How the measure is laid out; linear unless given
                             * @enum {string}
                             */
                            scale?: "linear" | "log";
                            /** @enum {string} */
                            theme?: "light" | "dark" | "print";
                            /** @description Words at a place of the chart */
                            notes?: {
                                x: unknown;
                                y: unknown;
                                text: string;
                            }[];
                            /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                            colors?: string[];
                            /** @description Whose numbers and dates are written, such as en-US or de */
                            locale?: string;
                        };
                        /** @description The kinds that would show it next best */
                        alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
                    };
                    trust: {
                        /**
                         * @description What stands behind the answer
                         * @enum {string}
                         */
                        label: "verified" | "governed" | "inferred" | "model" | "none";
                        /** @description How likely the reading is right, between 0 and 1 */
                        confidence: number;
                        reasons: string[];
                        /** @description Who approved it; only of verified answers */
                        approval?: {
                            /** @description Who, where it is known */
                            by?: string;
                            /** @description When, where it is known */
                            at?: string;
                        };
                        /** @description Who made the plan: `built-in`, or a language model's name */
                        planner?: string;
                    };
                    /** @description What was done, or why nothing was */
                    explanation: string;
                    /** @description Words of the question and what they were taken to mean */
                    understood: {
                        words: string;
                        meaning: string;
                    }[];
                    /** @description Words of the question that were not understood */
                    unexplained: string[];
                    /** @description Readings to choose from, or questions that can be answered where this one cannot: ask again in the same conversation with the option's number as choice */
                    options?: {
                        /** @description The reading in plain words */
                        label: string;
                        /** @description Ask this in the same conversation to choose the reading */
                        question: string;
                        /** @description The SQL of the reading */
                        sql?: string;
                        /** @description The source it reads */
                        source?: string;
                    }[];
                    /** @description Filters, order and limit, each of which edit can change */
                    filters: {
                        /** @description Names it in an edit */
                        id: string;
                        /** @enum {string} */
                        kind: "filter" | "grain" | "order" | "limit";
                        /** @description What it says in plain words */
                        label: string;
                        /** @description The column that it is about */
                        column?: string;
                        /** @description How the column is compared */
                        operator?: string;
                        values: string[];
                        /** @description The words that said it */
                        words?: string;
                        /** @description Other values that it could have */
                        alternatives: string[];
                    }[];
                    /** @description The tables that were read */
                    tables: string[];
                    freshness?: {
                        /** @description When the source was read for this answer */
                        read_at: string;
                        /** @description The latest date in the tables that were read, where it is known */
                        newest?: string;
                    };
                    statistics?: {
                        elapsed_ms: number;
                        rows: number;
                        /**
                         * Format: date-time
                         * @description When the rows were read, where the data may have changed since
                         */
                        as_of?: string;
                    };
                    /** @description The turn whose question another planner answers here again */
                    version_of?: string;
                };
                created_at: string;
            }[];
        };
        ConversationTitle: {
            conversation: string;
            title: string;
        };
        CreateApiKeyInput: {
            /** @description What it is for, such as the program that gets it */
            name: string;
            /** @description Some of the caller's roles; all of them unless said */
            roles?: string[];
            /** @description The last day, as 2027-01-31, or the moment; in 90 days unless said */
            expires_at?: string;
            /** @description Whose key it is; yours unless said */
            caller?: string;
        };
        CreateCallerInput: {
            /** @description What the caller is called, and signs in as */
            name: string;
            /** @description Names of roles, which say what the caller may do */
            roles: string[];
            /** @description Facts that row filters may use, such as {"region": "west"} */
            attributes?: {
                [key: string]: string;
            };
            /** @description How much the caller may use, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost */
            limits?: {
                [key: string]: number;
            };
            /** @description For signing in, 8 characters or more; without one the caller gets an API key */
            password?: string;
        };
        CreateCallerOutput: {
            caller: {
                name: string;
                roles: string[];
                attributes: {
                    [key: string]: string;
                };
                /** @description How much the caller may use by their own name, whatever their roles say */
                limits: {
                    [key: string]: number;
                };
                /** @description Whether the caller can sign in with a password */
                has_password: boolean;
                /** @description Whether the caller stands in alidade.yaml, where alone it can be changed */
                configured: boolean;
            };
            /** @description A key for the caller, shown this once; where no password was given */
            api_key?: {
                /** @description Send it as `Authorization: Bearer KEY`; it is shown this once and kept nowhere */
                key: string;
                /** @description Pass it to revoke_api_key */
                id: string;
                name: string;
                /** @description Whose key it is */
                caller: string;
                roles: string[];
                expires_at: string;
            };
            /** @description What follows for everybody else */
            note?: string;
        };
        CreatedKey: {
            /** @description Send it as `Authorization: Bearer KEY`; it is shown this once and kept nowhere */
            key: string;
            /** @description Pass it to revoke_api_key */
            id: string;
            name: string;
            /** @description Whose key it is */
            caller: string;
            roles: string[];
            expires_at: string;
        };
        DebugInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
        };
        DebugOutput: {
            /** @description In the order in which the statement is put together */
            steps: {
                /** @enum {string} */
                kind: "cte" | "subquery" | "branch" | "from" | "join" | "where" | "result";
                /** @description The words of the statement that it ends with, or its name */
                label: string;
                /** @description How many rows there are after it */
                rows?: number;
                /** @enum {string} */
                state: "done" | "failed" | "skipped";
                /** @description How deep it stands in brackets, from 0 */
                depth: number;
                /** @description The line of the statement on which its words begin */
                line: number;
                column: number;
                /** @description The statement that gives its rows */
                sql: string;
                /** @description The values that this statement binds, out of those that were given */
                parameters?: unknown;
                elapsed_ms: number;
                /** @description Why it does not run by itself */
                error?: {
                    /** @enum {string} */
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                    /** @enum {string} */
                    type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                    message: string;
                    location?: {
                        line: number;
                        column: number;
                        offset: number;
                    };
                    retry_after?: number;
                    id?: string;
                };
            }[];
            /** @description Whether all steps read one snapshot of the source */
            one_snapshot: boolean;
            /** @description Whether the statement has more parts than were run */
            cut: boolean;
        };
        DecideInput: {
            /** @description Its id, as list_proposals gives it */
            proposal: string;
            /** @description Why, for the history */
            reason?: string;
        };
        DeleteConversationOutput: {
            deleted: boolean;
            /** @description Until when restore_conversation brings it back */
            restorable_until: string;
        };
        DescribeSourceInput: {
            /** @description The name of the source */
            source: string;
            /** @description Only this table or view */
            table?: string;
        };
        DescribeSourceOutput: {
            source: string;
            engine: string;
            tables: {
                name: string;
                schema?: string;
                /** @enum {string} */
                kind: "table" | "view";
                comment?: string;
                /** @description How many rows, where that is known */
                rows?: number;
                columns: {
                    name: string;
                    /** @enum {string} */
                    type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                    /** @description The type as the engine writes it */
                    engine_type: string;
                    nullable: boolean;
                    comment?: string;
                    primary_key: boolean;
                    /** @description Up to five frequent values */
                    examples: string[];
                }[];
                primary_key: string[];
                foreign_keys: {
                    columns: string[];
                    references_table: string;
                    references_columns: string[];
                    /** @description Found by names and values, not declared in the database */
                    inferred: boolean;
                }[];
            }[];
        };
        DraftModelInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Only these tables, up to 300; all unless said */
            tables?: string[];
        };
        DraftModelOutput: {
            /** @description Apache Ossie 0.1.1 YAML, for save_semantic_model after a person has read it */
            text: string;
            /** @description What that person should look at */
            notes: string[];
        };
        DrawRowsInput: {
            /** @description The columns of a result, as query and ask give them */
            columns: {
                name: string;
                /** @enum {string} */
                type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
            }[];
            /** @description Its rows, up to 5000 */
            rows: unknown[][];
            /** @description What the rows answer; its words count in the choice of the chart */
            question?: string;
            /** @description What stands above the chart */
            title?: string;
            /**
             * @description The kind of chart; the best is chosen unless given
             * @enum {string}
             */
            kind?: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
            /** @description A whole spec: which column does what; beside a kind only its title and colours count */
            chart?: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
        };
        DrawRowsOutput: {
            /** @description The spec that was drawn; none where a table says it better */
            chart?: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
            /** @description The chart in words, for who does not see it */
            alt?: string;
            /** @description Plotly's data, layout and frames */
            figure?: unknown;
            /** @description Every kind of chart: those that these rows can be drawn as first, the best first */
            kinds: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                /** @description What people call it */
                name: string;
                /** @description Whether these rows can be drawn so */
                fits: boolean;
                /** @description Why it would be shown so, or what the rows would need to have */
                why: string;
            }[];
            /** @description What render_chart can hand the chart over as */
            formats: ("plotly" | "vega_lite" | "svg" | "html" | "png" | "pdf")[];
        };
        EndInput: {
            /** @description The transaction, as begin_transaction gave it */
            transaction: string;
        };
        EndOutput: {
            ended: boolean;
        };
        EndShareInput: {
            /** @description As list_shares names it */
            share: string;
        };
        EndShareOutput: {
            share: string;
            ended: boolean;
        };
        EvaluateOutput: {
            /** @description The effect in plain words */
            summary: string;
            /** @description Verified questions, each answered without its own approval */
            verified: {
                questions: number;
                right_before: number;
                right_after: number;
                changed: {
                    question: string;
                    /** @enum {string} */
                    before: "right" | "wrong" | "unanswered";
                    /** @enum {string} */
                    after: "right" | "wrong" | "unanswered";
                }[];
            };
            /** @description Whole questions of everybody that were answered of late */
            asked: {
                questions: number;
                same: number;
                differ: number;
                gained: number;
                lost: number;
            };
            /** @description The proposed answer, of a verified question */
            answer?: {
                rows: number;
                /** @enum {string} */
                now: "right" | "wrong" | "unanswered";
            };
            proposal: {
                /** @description Its id, for evaluate_proposal and decide_proposal */
                proposal: string;
                /** @enum {string} */
                kind: "synonym" | "verified_question";
                /** @description What would be learned, in plain words */
                what: string;
                source: string;
                /** @enum {string} */
                state: "pending" | "approved" | "rejected";
                /** @description How many turns speak for it */
                times: number;
                /** @description The question, of a verified question */
                question?: string;
                /** @description Its answer, of a verified question */
                sql?: string;
                proposed_by: string;
                /** @description Through which door; `mcp` is a model or an agent */
                door: string;
                proposed_at: string;
                /** @description The latest turn that speaks for it */
                turn?: string;
                /** @description What was said about it */
                note?: string;
                decided_by?: string;
                decided_at?: string;
                reason?: string;
            };
        };
        ExplainAccessInput: {
            /** @description A source; without it, only operations are explained */
            source?: string;
            /** @description A table of the source, as `table` or `schema.table`; without it, all of them */
            table?: string;
            /** @description An operation; without it, all of them */
            operation?: string;
            /** @description As somebody with these roles instead of you; for administrators */
            roles?: string[];
            /** @description The attributes of that somebody, such as {"region": "west"} */
            attributes?: {
                [key: string]: string;
            };
        };
        ExplainAccessOutput: {
            /** @description The caller that this is about */
            caller: string;
            roles: string[];
            operations: components["schemas"]["Explained"][];
            source?: components["schemas"]["Explained"];
            tables: {
                table: components["schemas"]["Explained"];
                /** @description Conditions on the rows that may be seen, by policy */
                rows: components["schemas"]["Map_String_String"];
                /** @description What is shown in place of a column's values, by column */
                masks: components["schemas"]["Map_String_String"];
                /** @description Columns that may not be seen at all; told to administrators only */
                hidden: string[];
            }[];
            /** @description How much may be used; what is not listed is not limited */
            limits: {
                /** @description As in the configuration, such as rows */
                name: string;
                most: number;
                /** @description What is counted */
                what: string;
                /** @description The role or caller with the tightest limit */
                rule: string;
            }[];
            /** @description What roles bind the caller to, whatever other roles grant */
            restraints: {
                /** @description As in the configuration, such as queries */
                name: string;
                value: string;
                /** @description What it means */
                what: string;
                /** @description The rule that says so */
                rule: string;
            }[];
        };
        ExplainCacheInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
        };
        ExplainCacheOutput: {
            /** @description hit, derived, aged or stale where kept rows would be given; miss where the source is asked and the rows are kept; bypass where they are not */
            state: string;
            why: string;
            /**
             * Format: date-time
             * @description When the source gave the kept rows
             */
            read_at?: string;
        };
        ExplainInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
            /** @description Also runs the statement, and tells how many rows each step had and how long it took; not every engine can, and not where policies narrow the statement */
            measure?: boolean;
        };
        ExplainOutput: {
            /** @description The engine's plan, root first */
            plan: components["schemas"]["PlanNode"];
            /** @description The statement as it would run */
            sql: string;
            /** @description Whether it ran, so that steps have rows and milliseconds */
            measured: boolean;
        };
        ExplainSqlOutput: {
            /** @description What the statement gives, in a sentence */
            explanation: string;
            /** @description Whether the statement was read whole; if not, nothing is guessed */
            understood: boolean;
            /** @description What it does, step by step */
            steps: {
                /** @description What the step is called */
                name: string;
                /** @description What it does, in order */
                does: string[];
            }[];
            /** @description The tables that it reads, as the source's own grammar says */
            tables: string[];
        };
        Explained: {
            name: string;
            allowed: boolean;
            /** @description The rule that decides */
            rule: string;
        };
        ExportAuditInput: {
            /** @description The earliest time, such as 2026-01-31 or 2026-01-31T12:00:00Z */
            from?: string;
            /** @description The time before which it was */
            until?: string;
        };
        ExportAuditOutput: {
            chains: {
                chain: number;
                first: number;
                last: number;
                bytes: number;
            }[];
            /** @description How to get the records themselves */
            next: string;
        };
        ExportOutput: {
            /** @description It is a job: cancel_job stops it, export_status says how far it is */
            job: {
                /** @description Pass it to job_status, job_result and cancel_job */
                job: string;
                /** @enum {string} */
                state: "running" | "done" | "failed" | "cancelled" | "lost";
                source: string;
                sql: string;
                /** @description Rows so far, or of the whole result */
                rows: number;
                /** @description From 0 to 1, where the source tells */
                progress?: number;
                elapsed_ms: number;
                submitted_at: string;
                finished_at?: string;
                /** @description When the result is forgotten; known when the job has ended */
                kept_until?: string;
                /** @description Why it failed */
                error?: {
                    /** @enum {string} */
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                    /** @enum {string} */
                    type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                    message: string;
                    location?: {
                        line: number;
                        column: number;
                        offset: number;
                    };
                    retry_after?: number;
                    id?: string;
                };
            };
            /** @description What was written; known when it is done */
            manifest?: {
                export: string;
                source: string;
                /** @description What ran, as its caller may see it */
                sql: string;
                format: string;
                compression: string;
                /** @description `download`, or the folder or storage */
                destination: string;
                columns: components["schemas"]["Column"][];
                /** @description What each sheet holds, where the file has several results */
                sheets?: {
                    name: string;
                    sql: string;
                    columns: components["schemas"]["Column"][];
                    rows: number;
                }[];
                rows: number;
                bytes: number;
                files: {
                    path: string;
                    rows: number;
                    bytes: number;
                    /** @description SHA-256 in hex */
                    sha256: string;
                }[];
                written_at: string;
            };
            /** @description Paths to GET from this server with your credential, whole or by range; empty for files in a folder or storage */
            downloads: string[];
        };
        ExportQueryInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name, as query takes them */
            parameters?: unknown;
            /** @description csv, tsv, json, ndjson, parquet, excel, arrow, html, markdown or sql */
            file_format: string;
            /** @description How the format is to be written, where that is to be other than usual */
            options?: {
                /** @description csv, tsv: one character between fields */
                delimiter?: string;
                /** @description csv, tsv: one character around fields that need it; " unless given */
                quote?: string;
                /**
                 * @description csv, tsv: utf_8 unless given; utf_8_bom is what Excel opens right by a double click
                 * @enum {string}
                 */
                encoding?: "utf_8" | "utf_8_bom" | "utf_16le_bom" | "iso_8859_1" | "windows_1252";
                /** @description csv, tsv, markdown, html: the text for NULL; an empty field unless given */
                nulls?: string;
                /** @description csv, tsv: the mark between whole and fraction, `.` unless given */
                decimal_mark?: string;
                /** @description csv, tsv, excel: whether column names come first; true unless given */
                header?: boolean;
                /** @description csv, tsv: true writes texts that begin with = + - @ as they are; unless given a ' stands before them, so that no spreadsheet runs them as a formula */
                keep_formulas?: boolean;
                /** @description json: whether it is laid out over lines for people */
                pretty?: boolean;
                /** @description excel: the name of the sheet; `result` unless given */
                sheet?: string;
                /** @description excel: rows of one sheet, at most 1048575; the rest goes to further sheets */
                rows_per_sheet?: number;
                /** @description sql: the table that the rows go into; `result` unless given */
                table?: string;
                /**
                 * @description parquet: how pages are compressed; zstd unless given
                 * @enum {string}
                 */
                codec?: "none" | "gzip" | "zstd";
                /** @description parquet: rows of one row group, at most 1000000; 122880 unless given */
                row_group_rows?: number;
            };
            /** @description excel: further results, each on a sheet of its own behind this one, and governed by itself */
            sheets?: {
                /** @description Of the sheet, at most 31 characters */
                name: string;
                /** @description One statement that reads, on the same source */
                sql: string;
                /** @description Values to bind, as query takes them */
                parameters?: unknown;
            }[];
            /**
             * @description Around each file: none unless given
             * @enum {string}
             */
            compression?: "none" | "gzip" | "zstd" | "zip";
            /** @description Of the file, without its extension; folders before it end with / */
            name?: string;
            /** @description A folder or storage of the server to write into, as its configuration names them; without it the server keeps the file for download */
            folder?: string;
            /** @description Whether files there that have this name are overwritten */
            overwrite?: boolean;
            /** @description Columns whose values become folders (year=2024/...), the outermost first */
            partition_by?: string[];
            /** @description Minutes to keep a download and its manifest, at most 1440; 60 unless given */
            keep_minutes?: number;
            /** @description Seconds to wait for the end before answering, at most 60; 5 unless given */
            wait_seconds?: number;
        };
        ExportStatusInput: {
            /** @description As export_table or export_query_result gave it */
            export: string;
            /** @description Seconds to wait for the end, at most 60; 0 unless given */
            wait_seconds?: number;
        };
        ExportTableInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Name of the table or view, as describe_source gives it */
            table: string;
            /** @description Columns to export; all unless given */
            columns?: string[];
            /** @description csv, tsv, json, ndjson, parquet, excel, arrow, html, markdown or sql */
            file_format: string;
            /** @description How the format is to be written, where that is to be other than usual */
            options?: {
                /** @description csv, tsv: one character between fields */
                delimiter?: string;
                /** @description csv, tsv: one character around fields that need it; " unless given */
                quote?: string;
                /**
                 * @description csv, tsv: utf_8 unless given; utf_8_bom is what Excel opens right by a double click
                 * @enum {string}
                 */
                encoding?: "utf_8" | "utf_8_bom" | "utf_16le_bom" | "iso_8859_1" | "windows_1252";
                /** @description csv, tsv, markdown, html: the text for NULL; an empty field unless given */
                nulls?: string;
                /** @description csv, tsv: the mark between whole and fraction, `.` unless given */
                decimal_mark?: string;
                /** @description csv, tsv, excel: whether column names come first; true unless given */
                header?: boolean;
                /** @description csv, tsv: true writes texts that begin with = + - @ as they are; unless given a ' stands before them, so that no spreadsheet runs them as a formula */
                keep_formulas?: boolean;
                /** @description json: whether it is laid out over lines for people */
                pretty?: boolean;
                /** @description excel: the name of the sheet; `result` unless given */
                sheet?: string;
                /** @description excel: rows of one sheet, at most 1048575; the rest goes to further sheets */
                rows_per_sheet?: number;
                /** @description sql: the table that the rows go into; `result` unless given */
                table?: string;
                /**
                 * @description parquet: how pages are compressed; zstd unless given
                 * @enum {string}
                 */
                codec?: "none" | "gzip" | "zstd";
                /** @description parquet: rows of one row group, at most 1000000; 122880 unless given */
                row_group_rows?: number;
            };
            /**
             * @description Around each file: none unless given
             * @enum {string}
             */
            compression?: "none" | "gzip" | "zstd" | "zip";
            /** @description Of the file, without its extension; folders before it end with / */
            name?: string;
            /** @description A folder or storage of the server to write into, as its configuration names them; without it the server keeps the file for download */
            folder?: string;
            /** @description Whether files there that have this name are overwritten */
            overwrite?: boolean;
            /** @description Columns whose values become folders (year=2024/...), the outermost first */
            partition_by?: string[];
            /** @description Minutes to keep a download and its manifest, at most 1440; 60 unless given */
            keep_minutes?: number;
            /** @description Seconds to wait for the end before answering, at most 60; 5 unless given */
            wait_seconds?: number;
        };
        Failure: {
            /** @enum {string} */
            code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
            /** @enum {string} */
            type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
            message: string;
            location?: {
                line: number;
                column: number;
                offset: number;
            };
            retry_after?: number;
            id?: string;
        };
        FeedbackInput: {
            /**
             * @description Whether the answer was right
             * @enum {string}
             */
            verdict: "right" | "wrong";
            /** @description One of your conversations, or `last` */
            conversation: string;
            /** @description The turn that is spoken of; the last one unless said */
            turn?: string;
            /** @description What was wrong, or what should be known */
            note?: string;
            /** @description SQL that answers the question right; it is tried with your access */
            corrected_sql?: string;
            /** @description What was meant, as a whole question: it takes the place of a follow-up's words, and of words that were not understood */
            question?: string;
            /** @description The source of the corrected SQL, where the turn reached none */
            source?: string;
        };
        FeedbackOutput: {
            /** @description What became of it, in plain words */
            message: string;
            /** @description What it proposes, where it proposes something */
            proposal?: {
                /** @description Its id, for evaluate_proposal and decide_proposal */
                proposal: string;
                /** @enum {string} */
                kind: "synonym" | "verified_question";
                /** @description What would be learned, in plain words */
                what: string;
                source: string;
                /** @enum {string} */
                state: "pending" | "approved" | "rejected";
                /** @description How many turns speak for it */
                times: number;
                /** @description The question, of a verified question */
                question?: string;
                /** @description Its answer, of a verified question */
                sql?: string;
                proposed_by: string;
                /** @description Through which door; `mcp` is a model or an agent */
                door: string;
                proposed_at: string;
                /** @description The latest turn that speaks for it */
                turn?: string;
                /** @description What was said about it */
                note?: string;
                decided_by?: string;
                decided_at?: string;
                reason?: string;
            };
        };
        FindInsightsInput: {
            /** @description The source of the table or the statement */
            source?: string;
            /** @description A table to look at */
            table?: string;
            /** @description A SELECT whose result to look at */
            sql?: string;
            /** @description A conversation whose answer to look at; "last" is the latest */
            conversation?: string;
            /** @description The turn of the conversation; its last answer unless said */
            turn?: string;
            /** @description How many insights at most, 1 to 20; 5 unless said */
            limit?: number;
        };
        FindInsightsOutput: {
            source: string;
            /** @description The table or result that was looked at */
            subject: string;
            /** @description What was done and found */
            explanation: string;
            insights: {
                /** @enum {string} */
                kind: "trend" | "outlier" | "change" | "contribution" | "correlation" | "concentration";
                /** @description What the data say, in one sentence */
                sentence: string;
                /** @description The test, and what it takes for granted */
                method: string;
                /** @description How many values the test is over */
                n: number;
                /** @description The test's own p-value */
                p_value: number;
                /** @description After Benjamini and Hochberg's correction for all tests made */
                adjusted: number;
                /** @description How strong the effect is, from 0 to 1 */
                strength: number;
                /** @description The statement that shows it; runs as it stands */
                sql: string;
                columns: {
                    name: string;
                    /** @enum {string} */
                    type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                }[];
                /** @description What the statement gives, up to 200 rows */
                rows: unknown[][];
                chart?: {
                    /** @enum {string} */
                    kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                    title: string;
                    /** @description Along what the marks stand */
                    x?: components["schemas"]["Axis"];
                    /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                    y: components["schemas"]["Axis"][];
                    reason: string;
                    /** @description What tells series apart: one colour for each of its values */
                    series?: components["schemas"]["Axis"];
                    /** @description What the size of marks tells */
                    size?: components["schemas"]["Axis"];
                    /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                    z?: components["schemas"]["Axis"];
                    /** @description From the outermost group to the innermost, or from where to where */
                    path?: components["schemas"]["Axis"][];
                    /** @description One small chart for each value of this column */
                    facet?: components["schemas"]["Axis"];
                    /** @description One frame of an animation for each value of this column */
                    frame?: components["schemas"]["Axis"];
                    /** @description How it looks */
                    style?: {
                        /**
                         * @description How the series of bars and areas stand
                         * @enum {string}
                         */
                        arrangement?: "grouped" | "stacked" | "percent";
                        /**
                         * @description In which order the marks stand; as the rows come unless given
                         * @enum {string}
                         */
                        sort?: "ascending" | "descending" | "name" | "name_descending";
                        /**
                         * @description How the measure is laid out; linear unless given
                         * @enum {string}
                         */
                        scale?: "linear" | "log";
                        /** @enum {string} */
                        theme?: "light" | "dark" | "print";
                        /** @description Words at a place of the chart */
                        notes?: {
                            x: unknown;
                            y: unknown;
                            text: string;
                        }[];
                        /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                        colors?: string[];
                        /** @description Whose numbers and dates are written, such as en-US or de */
                        locale?: string;
                    };
                    /** @description The kinds that would show it next best */
                    alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
                };
            }[];
            /** @description How many tests were made, whatever came out */
            tested: number;
            /** @description How many statements ran */
            statements: number;
            /** @description What was left out, and why */
            notes: string[];
        };
        FixSqlOutput: {
            /** @description What was found */
            explanation: string;
            /** @description Why the statement fails, where it does */
            mistake?: {
                /** @enum {string} */
                code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                message: string;
                line?: number;
                column?: number;
            };
            /** @description At most three; each was checked and planned, none was executed */
            fixes: {
                sql: string;
                /** @description What was changed, in words */
                changes: string[];
                /** @description The lines that differ */
                diff: string;
            }[];
        };
        GroundInput: {
            /** @description A question in plain words */
            question: string;
            /** @description The source to ask */
            source: string;
        };
        GroundOutput: {
            source: string;
            /** @description What the question may be about */
            ground: {
                /** @description Tables that the question may be about, the likeliest first */
                tables: {
                    name: string;
                    why?: string;
                    comment?: string;
                    rows?: number;
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                        key?: boolean;
                        /** @description The words of the question that name it */
                        why?: string;
                        comment?: string;
                        /** @description Some values that it holds */
                        examples?: string[];
                    }[];
                    /** @description How many further columns it has */
                    other_columns?: number;
                }[];
                /** @description How their rows belong together */
                joins: string[];
                /** @description Words of the question that are stored values */
                values: {
                    words: string;
                    table: string;
                    column: string;
                    value: string;
                }[];
                /** @description Numbers that the business goes by; a plan uses them by name */
                metrics: {
                    name: string;
                    description?: string;
                    tables: string[];
                }[];
                /** @description Questions with the SQL that a person found right */
                examples: {
                    question: string;
                    sql: string;
                }[];
                /** @description Words of the question that name nothing in the source */
                unexplained: string[];
                /** @description How many further tables the source has */
                other_tables: number;
            };
            /** @description How plans are written, in short */
            guide: string;
            /** @description The JSON Schema of a plan, as run_plan takes it */
            plan_schema: Record<string, never>;
        };
        ImportModelInput: {
            /**
             * @description The product that it was written for
             * @enum {string}
             */
            format: "metricflow" | "cube" | "snowflake" | "databricks";
            /** @description The YAML of its model; several files as one, their lists joined */
            text: string;
        };
        ImportModelOutput: {
            /** @description Apache Ossie 0.1.1 YAML, for save_semantic_model after a person has read it */
            text: string;
            /** @description What was not taken over, with its line and the reason */
            left: {
                name: string;
                line: number;
                reason: string;
            }[];
        };
        JobInput: {
            /** @description The job, as submit_query gave it */
            job: string;
        };
        JobOutput: {
            /** @description Pass it to job_status, job_result and cancel_job */
            job: string;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled" | "lost";
            source: string;
            sql: string;
            /** @description Rows so far, or of the whole result */
            rows: number;
            /** @description From 0 to 1, where the source tells */
            progress?: number;
            elapsed_ms: number;
            submitted_at: string;
            finished_at?: string;
            /** @description When the result is forgotten; known when the job has ended */
            kept_until?: string;
            /** @description Why it failed */
            error?: {
                /** @enum {string} */
                code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                /** @enum {string} */
                type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                message: string;
                location?: {
                    line: number;
                    column: number;
                    offset: number;
                };
                retry_after?: number;
                id?: string;
            };
        };
        KeptSourceOutput: {
            name: string;
            engine: string;
            /** @description Who answers */
            product: string;
            version: string;
            /** @description How many tables and views it has */
            tables: number;
            /** @description The names of the first of them */
            first_tables: string[];
            /** @description Who sees it now */
            seen_by: string;
        };
        ListApiKeysInput: {
            /** @description Whose keys; yours unless said */
            caller?: string;
        };
        ListApiKeysOutput: {
            keys: {
                /** @description Pass it to revoke_api_key */
                id: string;
                name: string;
                caller: string;
                roles: string[];
                created_at: string;
                expires_at: string;
                /** @description Whether it has expired and opens nothing any more */
                expired: boolean;
                /** @description To the minute */
                last_used_at?: string;
            }[];
        };
        ListApprovalsInput: {
            /**
             * @description Only those that are this far
             * @enum {string}
             */
            state?: "pending" | "running" | "done" | "refused" | "failed" | "expired";
        };
        ListApprovalsOutput: {
            approvals: {
                /** @description Its id, for show_approval, approve and refuse */
                approval: string;
                /** @enum {string} */
                state: "pending" | "running" | "done" | "refused" | "failed" | "expired";
                /** @description Who proposed it */
                proposed_by: string;
                /** @description Through which door; `mcp` is a model or an agent */
                door: string;
                source: string;
                preview: {
                    /** @description The table whose rows it changes */
                    table: string;
                    /** @description How many rows it touches */
                    rows_touched: number;
                    /** @description Columns of the rows shown; `new ...` is what becomes of a column of that name */
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                    }[];
                    /** @description A few of the rows, as they are before or would be inserted */
                    rows: unknown[][];
                    /** @description The statement as it would run */
                    sql: string;
                    tables: string[];
                };
                /** @description The values that are bound */
                parameters?: unknown;
                proposed_at: string;
                /** @description Until when it may be approved */
                expires_at: string;
                decided_by?: string;
                decided_at?: string;
                /** @description Why it was refused, or how it failed */
                note?: string;
                /** @description Why you cannot approve it; absent if you can */
                cannot_approve?: string;
            }[];
        };
        ListCallersInput: Record<string, never>;
        ListCallersOutput: {
            callers: {
                name: string;
                roles: string[];
                attributes: {
                    [key: string]: string;
                };
                /** @description How much the caller may use by their own name, whatever their roles say */
                limits: {
                    [key: string]: number;
                };
                /** @description Whether the caller can sign in with a password */
                has_password: boolean;
                /** @description Whether the caller stands in alidade.yaml, where alone it can be changed */
                configured: boolean;
            }[];
        };
        ListConversationsInput: {
            /** @description Words that all stand in the title or in one of the questions */
            search?: string;
        };
        ListConversationsOutput: {
            conversations: {
                id: string;
                title: string;
                source?: string;
                updated_at: string;
                turns: number;
                /** @description The first question with the words that were searched for, where the title has them not */
                found?: string;
            }[];
        };
        ListEnginesInput: Record<string, never>;
        ListEnginesOutput: {
            engines: {
                /** @description What the source says as its engine */
                engine: string;
                settings: {
                    name: string;
                    /** @enum {string} */
                    kind: "text" | "texts" | "number" | "flag" | "path" | "paths" | "choice" | "secret_path" | "command";
                    required: boolean;
                    /** @description Whether the value is never shown */
                    secret: boolean;
                    /** @description Whether only the configuration file may give it, no caller */
                    configuration_only: boolean;
                    description: string;
                    /** @description The only values it may have, where it is a choice */
                    choices: string[];
                    /** @description What holds where nothing is said */
                    usual?: string;
                }[];
            }[];
        };
        ListFeedbackInput: {
            /** @description Only of this source */
            source?: string;
            /**
             * @description Only what says this
             * @enum {string}
             */
            verdict?: "right" | "wrong";
        };
        ListFeedbackOutput: {
            feedback: {
                /** @enum {string} */
                verdict: "right" | "wrong";
                question: string;
                note?: string;
                caller: string;
                given_at: string;
                source?: string;
                sql?: string;
                turn: string;
            }[];
        };
        ListHistoryInput: {
            /** @description Stands in the statement; any case */
            text?: string;
            /** @description The source that was asked */
            source?: string;
            /** @description Only those that failed, or only those that did not */
            failed?: boolean;
            /** @description The earliest time, such as 2026-01-31 or 2026-01-31T12:00:00Z */
            from?: string;
            /** @description The time before which it was */
            until?: string;
            /** @description Statements a page, at most 200; 50 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
        };
        ListHistoryOutput: {
            statements: {
                started_at: string;
                source: string;
                /** @description ok, or an error code such as COLUMN_NOT_FOUND */
                outcome: string;
                rows: number;
                elapsed_ms: number;
                /** @description The statement as it was written */
                sql: string;
            }[];
            /** @description Pass it to read on; absent after the oldest statement */
            cursor?: string;
        };
        ListJobsInput: Record<string, never>;
        ListJobsOutput: {
            /** @description The latest first */
            jobs: {
                /** @description Pass it to job_status, job_result and cancel_job */
                job: string;
                /** @enum {string} */
                state: "running" | "done" | "failed" | "cancelled" | "lost";
                source: string;
                sql: string;
                /** @description Rows so far, or of the whole result */
                rows: number;
                /** @description From 0 to 1, where the source tells */
                progress?: number;
                elapsed_ms: number;
                submitted_at: string;
                finished_at?: string;
                /** @description When the result is forgotten; known when the job has ended */
                kept_until?: string;
                /** @description Why it failed */
                error?: {
                    /** @enum {string} */
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                    /** @enum {string} */
                    type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                    message: string;
                    location?: {
                        line: number;
                        column: number;
                        offset: number;
                    };
                    retry_after?: number;
                    id?: string;
                };
            }[];
        };
        ListModelsInput: Record<string, never>;
        ListModelsOutput: {
            /**
             * @description Who plans questions where a model is configured
             * @enum {string}
             */
            planner: "built_in" | "model" | "both";
            models: {
                name: string;
                /** @enum {string} */
                provider: "anthropic" | "openai";
                model: string;
                /** @description Whether questions are put to it */
                asked: boolean;
                today: components["schemas"]["Used"];
                /** @description What you used of it */
                yours: components["schemas"]["Used"];
                /** @description What all callers together may spend on it a day */
                cap_of_day?: number;
                /** @description What each caller may spend on it a day */
                cap_of_caller?: number;
            }[];
        };
        ListPlannersInput: Record<string, never>;
        ListPlannersOutput: {
            planners: {
                /** @description What `planner` of ask takes */
                name: string;
                /**
                 * @description What comes with the product, or a language model that is configured
                 * @enum {string}
                 */
                kind: "built_in" | "model";
                /** @description Whether questions go to it first where none is named */
                usual: boolean;
            }[];
        };
        ListPoliciesInput: Record<string, never>;
        ListPoliciesOutput: {
            policies: {
                name: string;
                /** @description Whether it stands in alidade.yaml, where alone it can be changed */
                configured: boolean;
                /** @description Absent where it cannot be read */
                policy?: {
                    /** @description `source.table` unless said */
                    name?: string;
                    source: string;
                    /** @description As `schema.table`, `table` or `schema.*` */
                    table: string;
                    /** @description Roles that it concerns; everybody but admin unless said */
                    roles?: string[];
                    /** @description A condition in the source's SQL on the rows that are seen, such as region = {caller.region} */
                    rows?: string;
                    /** @description What is shown in place of a column's values, by column: redact, hash, year, null, {"partial": "last-4"} or {"round": 1000} */
                    masks?: Record<string, never>;
                };
                /** @description What is wrong with it, and what follows from that */
                problem?: string;
                saved_by?: string;
                saved_at?: string;
            }[];
        };
        ListProposalsInput: {
            /** @description Only those of this source */
            source?: string;
            /**
             * @description Only those that are this far
             * @enum {string}
             */
            state?: "pending" | "approved" | "rejected";
        };
        ListProposalsOutput: {
            proposals: {
                /** @description Its id, for evaluate_proposal and decide_proposal */
                proposal: string;
                /** @enum {string} */
                kind: "synonym" | "verified_question";
                /** @description What would be learned, in plain words */
                what: string;
                source: string;
                /** @enum {string} */
                state: "pending" | "approved" | "rejected";
                /** @description How many turns speak for it */
                times: number;
                /** @description The question, of a verified question */
                question?: string;
                /** @description Its answer, of a verified question */
                sql?: string;
                proposed_by: string;
                /** @description Through which door; `mcp` is a model or an agent */
                door: string;
                proposed_at: string;
                /** @description The latest turn that speaks for it */
                turn?: string;
                /** @description What was said about it */
                note?: string;
                decided_by?: string;
                decided_at?: string;
                reason?: string;
            }[];
            /** @description Whether you may approve and reject them */
            may_decide: boolean;
        };
        ListQueriesInput: {
            /** @description Only those of this source */
            source?: string;
            /**
             * @description Only those that are approved, or those that have something to approve
             * @enum {string}
             */
            state?: "waiting" | "approved";
        };
        ListQueriesOutput: {
            queries: {
                name: string;
                /** @enum {string} */
                state: "waiting" | "approved";
                source: string;
                title: string;
                description: string;
                parameters: {
                    /** @description Its name; the SQL has it as $name */
                    name: string;
                    /** @description text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary, uuid or interval; text unless given */
                    type?: string;
                    /** @description What it means, for whoever gives the value */
                    description?: string;
                    /** @description What is bound where no value is given */
                    default_value?: unknown;
                    /** @description Whether a value must be given; so unless it has a default */
                    required?: boolean;
                    /** @description The only values it may have */
                    values?: unknown[];
                    /** @description The least number it may be */
                    minimum?: number;
                    /** @description The greatest number it may be */
                    maximum?: number;
                }[];
                version: number;
                /** @description The version that waits for approval, where one does */
                waiting_version?: number;
            }[];
        };
        ListRolesInput: Record<string, never>;
        ListRolesOutput: {
            roles: {
                name: string;
                /** @description Whether it stands in alidade.yaml, where alone it can be changed */
                configured: boolean;
                /** @description Absent where it cannot be read */
                role?: {
                    name: string;
                    /** @description read unless said */
                    rights?: ("read" | "write" | "define" | "administer")[];
                    /** @description Operations that may be called; all that the rights allow unless said */
                    operations?: string[];
                    /** @description Sources that may be read; all unless said */
                    sources?: string[];
                    /** @description Tables as `schema.table`, `table` or `schema.*`; all unless said */
                    tables?: string[];
                    /** @description By table, the columns that may be seen; all of tables that are not named */
                    columns?: components["schemas"]["Map_String_List_String"];
                    /** @description What is taken away, whatever other roles grant, by kind: operations, sources, tables, columns (as `table.column`) */
                    deny?: components["schemas"]["Map_String_List_String"];
                    /** @description How much may be used, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost */
                    limits?: {
                        [key: string]: number;
                    };
                    /**
                     * @description approve: what they write waits for somebody's approval; direct unless said
                     * @enum {string}
                     */
                    writes?: "direct" | "approve";
                    /**
                     * @description approved: no other SQL runs than that of approved queries; any unless said
                     * @enum {string}
                     */
                    queries?: "any" | "approved";
                };
                /** @description Callers who have it */
                callers: string[];
                /** @description What is wrong with it, and what follows from that */
                problem?: string;
                saved_by?: string;
                saved_at?: string;
            }[];
            /** @description What callers may do without a role, in words */
            otherwise: string;
        };
        ListSharesInput: Record<string, never>;
        ListSharesOutput: {
            shares: {
                /** @description Names it for end_share; it opens nothing */
                share: string;
                conversation: string;
                title: string;
                /** @description What was answered until then is shared */
                shared_at: string;
                expires_at?: string;
            }[];
        };
        ListSourcesInput: Record<string, never>;
        ListSourcesOutput: {
            sources: {
                /** @description The name that other operations take as source */
                name: string;
                /** @description The kind of database */
                engine: string;
                /** @enum {string} */
                status: "available" | "unavailable";
                /** @description How many tables and views it has */
                tables: number;
                /** @description Why it is unavailable */
                error?: string;
                /** @description True where add_source added it, rather than the configuration */
                added?: boolean;
                /** @description When its tables were last read from end to end */
                read_at?: string;
            }[];
        };
        ListTemplatesInput: Record<string, never>;
        ListTemplatesOutput: {
            templates: {
                name: string;
                /**
                 * @description The ground that the colours are for; light unless given
                 * @enum {string}
                 */
                theme?: "light" | "dark" | "print";
                /** @description The colours of the series, as #rrggbb, the first first */
                colors: string[];
                saved_by: string;
            }[];
        };
        ManyInput: {
            /** @description Queries that do not depend on each other, at most 20 */
            queries: {
                /** @description Name of the source, as list_sources gives it */
                source: string;
                /** @description One statement that reads, in the source's own SQL */
                sql: string;
                /** @description Values to bind: an array for ? or an object for $name */
                parameters?: unknown;
                /** @description Rows, at most 1000; 100 unless given */
                limit?: number;
            }[];
        };
        ManyOutput: {
            /** @description One for each query, in the order of the queries */
            results: {
                source: string;
                /** @enum {string} */
                state: "done" | "failed" | "skipped";
                columns: {
                    name: string;
                    /** @enum {string} */
                    type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                }[];
                rows: unknown[][];
                /** @description Whether there are more rows */
                truncated: boolean;
                /** @description The statement as it ran */
                sql?: string;
                elapsed_ms: number;
                /** @description Why it failed */
                error?: {
                    /** @enum {string} */
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                    /** @enum {string} */
                    type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                    message: string;
                    location?: {
                        line: number;
                        column: number;
                        offset: number;
                    };
                    retry_after?: number;
                    id?: string;
                };
            }[];
        };
        Map_String_List_String: {
            [key: string]: string[];
        };
        Map_String_String: {
            [key: string]: string;
        };
        ModelChangesInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /**
             * @description Only changes of definitions of this kind
             * @enum {string}
             */
            kind?: "model" | "dataset" | "field" | "relationship" | "metric" | "term" | "question";
            /** @description Only changes of the definition of this name; a field's is orders.region */
            name?: string;
        };
        ModelChangesOutput: {
            /** @description The latest first */
            versions: {
                version: number;
                saved_by: string;
                /** @description Through which door */
                saved_through: string;
                saved_at: string;
                reason: string;
                changes: {
                    /** @enum {string} */
                    kind: "model" | "dataset" | "field" | "relationship" | "metric" | "term" | "question";
                    /** @description Of a field with its dataset, as in orders.region */
                    name: string;
                    /** @enum {string} */
                    change: "added" | "changed" | "removed";
                    before?: string;
                    after?: string;
                }[];
            }[];
        };
        ModelInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
        };
        ModelOutput: {
            source: string;
            /** @description For save_semantic_model; 0 where none was saved */
            version: number;
            /** @description The file that it stands in, where it is not kept in the store */
            file?: string;
            /** @description Whether save_semantic_model may change it */
            changeable: boolean;
            /** @description Apache Ossie 0.1.1 YAML, as far as you may see; empty where there is no model */
            text: string;
            /** @description What can no longer be read of it */
            problems: string[];
        };
        OpenShareInput: {
            /** @description As share_conversation gave it; the page's address ends with it */
            token: string;
        };
        OpenShareOutput: {
            shared_by: string;
            shared_at: string;
            expires_at?: string;
            /** @description Answers with rows, the first 30 at most */
            turns: {
                /** @description Its place among the turns that are shared, from 1 */
                number: number;
                asked_at: string;
                /** @description The question; absent where it would say what you may not see */
                question?: string;
                /** @description The answer, made anew from what you may see */
                answer?: {
                    /** @enum {string} */
                    status: "answered" | "clarify" | "abstain";
                    conversation: string;
                    turn: string;
                    question: string;
                    source?: string;
                    sql?: string;
                    /** @description What the SQL does, in plain words */
                    paraphrase?: string;
                    /** @description What a follow-up kept of the answer before, in plain words */
                    kept?: string;
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                    }[];
                    rows: unknown[][];
                    /** @description Whether there are more rows */
                    truncated: boolean;
                    chart?: {
                        /** @enum {string} */
                        kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                        title: string;
                        /** @description Along what the marks stand */
                        x?: components["schemas"]["Axis"];
                        /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                        y: components["schemas"]["Axis"][];
                        reason: string;
                        /** @description What tells series apart: one colour for each of its values */
                        series?: components["schemas"]["Axis"];
                        /** @description What the size of marks tells */
                        size?: components["schemas"]["Axis"];
                        /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                        z?: components["schemas"]["Axis"];
                        /** @description From the outermost group to the innermost, or from where to where */
                        path?: components["schemas"]["Axis"][];
                        /** @description One small chart for each value of this column */
                        facet?: components["schemas"]["Axis"];
                        /** @description One frame of an animation for each value of this column */
                        frame?: components["schemas"]["Axis"];
                        /** @description How it looks */
                        style?: {
                            /**
                             * @description How the series of bars and areas stand
                             * @enum {string}
                             */
                            arrangement?: "grouped" | "stacked" | "percent";
                            /**
                             * @description In which order the marks stand; as the rows come unless given
                             * @enum {string}
                             */
                            sort?: "ascending" | "descending" | "name" | "name_descending";
                            /**
                             * @description How the measure is laid out; linear unless given
                             * @enum {string}
                             */
                            scale?: "linear" | "log";
                            /** @enum {string} */
                            theme?: "light" | "dark" | "print";
                            /** @description Words at a place of the chart */
                            notes?: {
                                x: unknown;
                                y: unknown;
                                text: string;
                            }[];
                            /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                            colors?: string[];
                            /** @description Whose numbers and dates are written, such as en-US or de */
                            locale?: string;
                        };
                        /** @description The kinds that would show it next best */
                        alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
                    };
                    trust: {
                        /**
                         * @description What stands behind the answer
                         * @enum {string}
                         */
                        label: "verified" | "governed" | "inferred" | "model" | "none";
                        /** @description How likely the reading is right, between 0 and 1 */
                        confidence: number;
                        reasons: string[];
                        /** @description Who approved it; only of verified answers */
                        approval?: {
                            /** @description Who, where it is known */
                            by?: string;
                            /** @description When, where it is known */
                            at?: string;
                        };
                        /** @description Who made the plan: `built-in`, or a language model's name */
                        planner?: string;
                    };
                    /** @description What was done, or why nothing was */
                    explanation: string;
                    /** @description Words of the question and what they were taken to mean */
                    understood: {
                        words: string;
                        meaning: string;
                    }[];
                    /** @description Words of the question that were not understood */
                    unexplained: string[];
                    /** @description Readings to choose from, or questions that can be answered where this one cannot: ask again in the same conversation with the option's number as choice */
                    options?: {
                        /** @description The reading in plain words */
                        label: string;
                        /** @description Ask this in the same conversation to choose the reading */
                        question: string;
                        /** @description The SQL of the reading */
                        sql?: string;
                        /** @description The source it reads */
                        source?: string;
                    }[];
                    /** @description Filters, order and limit, each of which edit can change */
                    filters: {
                        /** @description Names it in an edit */
                        id: string;
                        /** @enum {string} */
                        kind: "filter" | "grain" | "order" | "limit";
                        /** @description What it says in plain words */
                        label: string;
                        /** @description The column that it is about */
                        column?: string;
                        /** @description How the column is compared */
                        operator?: string;
                        values: string[];
                        /** @description The words that said it */
                        words?: string;
                        /** @description Other values that it could have */
                        alternatives: string[];
                    }[];
                    /** @description The tables that were read */
                    tables: string[];
                    freshness?: {
                        /** @description When the source was read for this answer */
                        read_at: string;
                        /** @description The latest date in the tables that were read, where it is known */
                        newest?: string;
                    };
                    statistics?: {
                        elapsed_ms: number;
                        rows: number;
                        /**
                         * Format: date-time
                         * @description When the rows were read, where the data may have changed since
                         */
                        as_of?: string;
                    };
                    /** @description The turn whose question another planner answers here again */
                    version_of?: string;
                };
                /** @description Why there is no answer */
                error?: {
                    /** @enum {string} */
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                    /** @enum {string} */
                    type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                    message: string;
                    location?: {
                        line: number;
                        column: number;
                        offset: number;
                    };
                    retry_after?: number;
                    id?: string;
                };
            }[];
        };
        PlanNode: {
            name: string;
            detail?: string;
            estimated_rows?: number;
            rows?: number;
            milliseconds?: number;
            children: components["schemas"]["PlanNode"][];
        };
        PreviewWriteOutput: {
            preview: {
                /** @description The table whose rows it changes */
                table: string;
                /** @description How many rows it touches */
                rows_touched: number;
                /** @description Columns of the rows shown; `new ...` is what becomes of a column of that name */
                columns: {
                    name: string;
                    /** @enum {string} */
                    type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                }[];
                /** @description A few of the rows, as they are before or would be inserted */
                rows: unknown[][];
                /** @description The statement as it would run */
                sql: string;
                tables: string[];
            };
            /** @description Why run_write would ask for approval instead of writing; absent if it would not */
            approval_needed?: string;
        };
        ProfileTableInput: {
            source: string;
            /** @description A table or view, with its schema where several have the name */
            table: string;
        };
        ProfileTableOutput: {
            source: string;
            table: string;
            /** @description When the source was last read from end to end */
            read_at: string;
            columns: {
                name: string;
                /** @description How many rows were looked at */
                rows: number;
                nulls: number;
                /** @description How many different values they hold */
                distinct: number;
                minimum?: string;
                maximum?: string;
                /** @description Up to five frequent values */
                examples: string[];
            }[];
        };
        Progress: {
            step: string;
            detail: unknown;
        };
        ProposalInput: {
            /** @description Its id, as list_proposals gives it */
            proposal: string;
        };
        ProposalOutput: {
            /** @description Its id, for evaluate_proposal and decide_proposal */
            proposal: string;
            /** @enum {string} */
            kind: "synonym" | "verified_question";
            /** @description What would be learned, in plain words */
            what: string;
            source: string;
            /** @enum {string} */
            state: "pending" | "approved" | "rejected";
            /** @description How many turns speak for it */
            times: number;
            /** @description The question, of a verified question */
            question?: string;
            /** @description Its answer, of a verified question */
            sql?: string;
            proposed_by: string;
            /** @description Through which door; `mcp` is a model or an agent */
            door: string;
            proposed_at: string;
            /** @description The latest turn that speaks for it */
            turn?: string;
            /** @description What was said about it */
            note?: string;
            decided_by?: string;
            decided_at?: string;
            reason?: string;
        };
        ProvisionInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Name of the account, and of the schema with its views */
            account: string;
            /** @description It sees what this caller sees; either this or `roles` */
            caller?: string;
            /** @description It sees what somebody with these roles sees */
            roles?: string[];
            /** @description The attributes of that somebody, such as {"region": "west"} */
            attributes?: {
                [key: string]: string;
            };
            /** @description Whether to run the statements and try the account; otherwise they are only shown */
            apply?: boolean;
        };
        ProvisionOutput: {
            message: string;
            /** @description The statements, which run in one transaction */
            script: string;
            /** @description What the account sees, counted by itself and by Alidade; empty unless applied */
            seen: {
                table: string;
                /** @description What the account calls it */
                view: string;
                /** @description Rows that the account counts, which are as many as Alidade shows */
                rows: number;
            }[];
        };
        QueryInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name; a value of a type that JSON lacks is written {"type": "date", "value": "2024-01-15"}, with types text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary (base64), uuid, interval */
            parameters?: unknown;
            /** @description Rows a page, at most 10000; 1000 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
            /** @description The transaction to read in, as begin_transaction gave it */
            transaction?: string;
        };
        QueryNameInput: {
            /** @description Its name, as list_queries gives it */
            name: string;
        };
        QueryOutput: {
            columns: {
                name: string;
                /** @enum {string} */
                type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
            }[];
            rows: unknown[][];
            /** @description Whether there are more rows */
            truncated: boolean;
            /** @description Pass it with the same statement to get the next page of this very result, whatever has changed since; kept for 60 s */
            cursor?: string;
            /** @description The statement as it ran */
            sql: string;
            statistics: {
                elapsed_ms: number;
                rows: number;
                /**
                 * Format: date-time
                 * @description When the rows were read, where the data may have changed since
                 */
                as_of?: string;
            };
        };
        QueryVersion: {
            /** @description For approve_query */
            version: number;
            title: string;
            description: string;
            source: string;
            sql: string;
            parameters: {
                /** @description Its name; the SQL has it as $name */
                name: string;
                /** @description text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary, uuid or interval; text unless given */
                type?: string;
                /** @description What it means, for whoever gives the value */
                description?: string;
                /** @description What is bound where no value is given */
                default_value?: unknown;
                /** @description Whether a value must be given; so unless it has a default */
                required?: boolean;
                /** @description The only values it may have */
                values?: unknown[];
                /** @description The least number it may be */
                minimum?: number;
                /** @description The greatest number it may be */
                maximum?: number;
            }[];
            /** @description Whether models have it as a tool of that name */
            tool: boolean;
            saved_by: string;
            /** @description Through which door; `mcp` is a model or an agent */
            saved_through: string;
            saved_at?: string;
            approved_by?: string;
            approved_at?: string;
        };
        QueryVersionsOutput: {
            name: string;
            /** @description The latest first */
            versions: {
                /** @enum {string} */
                state: "approved" | "waiting" | "past";
                query: {
                    /** @description For approve_query */
                    version: number;
                    title: string;
                    description: string;
                    source: string;
                    sql: string;
                    parameters: {
                        /** @description Its name; the SQL has it as $name */
                        name: string;
                        /** @description text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary, uuid or interval; text unless given */
                        type?: string;
                        /** @description What it means, for whoever gives the value */
                        description?: string;
                        /** @description What is bound where no value is given */
                        default_value?: unknown;
                        /** @description Whether a value must be given; so unless it has a default */
                        required?: boolean;
                        /** @description The only values it may have */
                        values?: unknown[];
                        /** @description The least number it may be */
                        minimum?: number;
                        /** @description The greatest number it may be */
                        maximum?: number;
                    }[];
                    /** @description Whether models have it as a tool of that name */
                    tool: boolean;
                    saved_by: string;
                    /** @description Through which door; `mcp` is a model or an agent */
                    saved_through: string;
                    saved_at?: string;
                    approved_by?: string;
                    approved_at?: string;
                };
            }[];
        };
        RefuseInput: {
            /** @description Its id, as list_approvals gives it */
            approval: string;
            /** @description Why, for who proposed it */
            reason?: string;
        };
        RemoveCallerInput: {
            /** @description Who is to go, with all keys and sessions */
            name: string;
        };
        RemoveCallerOutput: {
            name: string;
        };
        RemoveModelInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Why, for the history */
            reason?: string;
        };
        RemovePolicyInput: {
            name: string;
        };
        RemoveQueryInput: {
            /** @description Its name, as list_queries gives it */
            name: string;
            /** @description Only the version that waits for approval; the approved one stays */
            only_waiting?: boolean;
        };
        RemoveQueryOutput: {
            message: string;
        };
        RemoveRoleInput: {
            name: string;
            /** @description Needed for the last role: from then on callers may do everything */
            confirm?: boolean;
        };
        RemoveSourceInput: {
            /** @description A source that was added, as list_sources gives it */
            name: string;
        };
        RemoveSourceOutput: {
            name: string;
            /** @description How many uploaded files were deleted with it */
            files_deleted: number;
        };
        RemoveTemplateInput: {
            /** @description One of your own, as list_chart_templates names it */
            name: string;
        };
        RemoveTemplateOutput: {
            removed: boolean;
        };
        RemovedOutput: {
            removed: string;
            /** @description What follows from it, where that is more */
            notice?: string;
        };
        RenameConversationInput: {
            /** @description The conversation's id */
            conversation: string;
            /** @description Its new title, of 80 characters at most */
            title: string;
        };
        RenderChartInput: {
            /** @description Name of the source of `sql`, as list_sources gives it */
            source?: string;
            /** @description One statement that reads; its rows are drawn, up to 5000. Or give `query`, or `conversation` */
            sql?: string;
            /** @description Values to bind, as query takes them, or as run_query does */
            parameters?: unknown;
            /** @description A saved query whose rows are drawn, as list_queries names it */
            query?: string;
            /** @description A conversation of yours whose answer is drawn; `last` is the latest */
            conversation?: string;
            /** @description Which turn of the conversation; the last one unless given */
            turn?: string;
            /** @description What the rows answer; its words count in the choice of the chart */
            question?: string;
            /** @description What stands above the chart */
            title?: string;
            /**
             * @description The kind of chart; the best is chosen unless given
             * @enum {string}
             */
            kind?: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
            /** @description A whole spec instead of a kind: which column does what. Take the one of an answer or of an earlier call and change it */
            chart?: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
            /**
             * @description The colours; light unless given
             * @enum {string}
             */
            theme?: "light" | "dark" | "print";
            /** @description Whose numbers and dates are written, such as en-US or de */
            locale?: string;
            /** @description Of a picture, from 200 to 4000; 800 unless given */
            width?: number;
            /** @description Of a picture, from 150 to 4000; 500 unless given */
            height?: number;
            /**
             * @description plotly and vega_lite are JSON to draw; html is a page that works offline; svg, png and pdf are pictures, which Chromium draws on the server; plotly unless given
             * @enum {string}
             */
            as?: "plotly" | "vega_lite" | "svg" | "html" | "png" | "pdf";
        };
        RenderChartOutput: {
            /** @enum {string} */
            format: "plotly" | "vega_lite" | "svg" | "html" | "png" | "pdf";
            /** @description The spec that was drawn, with the reason for its kind */
            chart: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
            /** @description Other kinds that these rows can be drawn as, the best first */
            alternatives: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                score: number;
                reason: string;
            }[];
            /** @description The chart in words, for who does not see it */
            alt: string;
            /** @description Whether there are more rows than were drawn */
            truncated: boolean;
            /** @description Plotly's data, layout and frames, or a Vega-Lite specification */
            figure?: unknown;
            /** @description The picture, where svg was asked for */
            svg?: string;
            /** @description The file, where html, svg, png or pdf was asked for */
            file?: {
                /** @description What to call it */
                name: string;
                media_type: string;
                /** @description In base64 */
                content: string;
            };
        };
        RestoreModelInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description The version to have again, as list_semantic_changes gives it */
            version: number;
            /** @description Why, for the history */
            reason?: string;
        };
        ResultInput: {
            /** @description The job, as submit_query gave it */
            job: string;
            /** @description Rows a page, at most 10000; 1000 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
        };
        ResultOutput: {
            columns: {
                name: string;
                /** @enum {string} */
                type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
            }[];
            rows: unknown[][];
            /** @description Whether there are more rows */
            truncated: boolean;
            /** @description Pass it to get the next page */
            cursor?: string;
        };
        RevokeApiKeyInput: {
            /** @description The key's id, which list_api_keys gives; it stands in the key itself too */
            id: string;
        };
        RevokeApiKeyOutput: {
            id: string;
            name: string;
            caller: string;
        };
        RunPlanInput: {
            /** @description A plan, by the schema that ground_question gives */
            plan: Record<string, never>;
            /** @description The source that it asks */
            source: string;
            /** @description The question that it answers, for the history */
            question?: string;
        };
        RunPlanOutput: {
            /** @enum {string} */
            status: "ran" | "invalid";
            source: string;
            /** @description What was done, or what to do next */
            explanation: string;
            /** @description All that is wrong with the plan */
            errors: {
                /** @description Where in the plan, such as $.outputs[0].expression */
                path: string;
                /** @description The kind of problem, for programs */
                code: string;
                /** @description What is wrong and what to write instead */
                message: string;
            }[];
            /** @description What the plan asks for, in plain words */
            paraphrase?: string;
            sql?: string;
            columns: {
                name: string;
                /** @enum {string} */
                type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
            }[];
            rows: unknown[][];
            /** @description Whether there are more rows */
            truncated: boolean;
            chart?: {
                /** @enum {string} */
                kind: "bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins";
                title: string;
                /** @description Along what the marks stand */
                x?: components["schemas"]["Axis"];
                /** @description What is measured; of a candlestick: open, high, low, close; of a gantt: start, end */
                y: components["schemas"]["Axis"][];
                reason: string;
                /** @description What tells series apart: one colour for each of its values */
                series?: components["schemas"]["Axis"];
                /** @description What the size of marks tells */
                size?: components["schemas"]["Axis"];
                /** @description The third measure of what has depth or colour: heatmap, contour, 3-D, 2-D maps */
                z?: components["schemas"]["Axis"];
                /** @description From the outermost group to the innermost, or from where to where */
                path?: components["schemas"]["Axis"][];
                /** @description One small chart for each value of this column */
                facet?: components["schemas"]["Axis"];
                /** @description One frame of an animation for each value of this column */
                frame?: components["schemas"]["Axis"];
                /** @description How it looks */
                style?: {
                    /**
                     * @description How the series of bars and areas stand
                     * @enum {string}
                     */
                    arrangement?: "grouped" | "stacked" | "percent";
                    /**
                     * @description In which order the marks stand; as the rows come unless given
                     * @enum {string}
                     */
                    sort?: "ascending" | "descending" | "name" | "name_descending";
                    /**
                     * @description How the measure is laid out; linear unless given
                     * @enum {string}
                     */
                    scale?: "linear" | "log";
                    /** @enum {string} */
                    theme?: "light" | "dark" | "print";
                    /** @description Words at a place of the chart */
                    notes?: {
                        x: unknown;
                        y: unknown;
                        text: string;
                    }[];
                    /** @description Colours of the series, as #rrggbb, instead of those of the theme */
                    colors?: string[];
                    /** @description Whose numbers and dates are written, such as en-US or de */
                    locale?: string;
                };
                /** @description The kinds that would show it next best */
                alternatives?: ("bar" | "line" | "scatter" | "pie" | "number" | "area" | "step" | "bubble" | "donut" | "histogram" | "box" | "violin" | "heatmap" | "calendar" | "treemap" | "sunburst" | "icicle" | "sankey" | "network" | "funnel" | "waterfall" | "gantt" | "candlestick" | "gauge" | "radar" | "parallel" | "density" | "contour" | "scatter_3d" | "line_3d" | "surface" | "map_points" | "map_bubbles" | "choropleth" | "geojson" | "hexbins")[];
            };
            trust?: {
                /**
                 * @description What stands behind the answer
                 * @enum {string}
                 */
                label: "verified" | "governed" | "inferred" | "model" | "none";
                /** @description How likely the reading is right, between 0 and 1 */
                confidence: number;
                reasons: string[];
                /** @description Who approved it; only of verified answers */
                approval?: {
                    /** @description Who, where it is known */
                    by?: string;
                    /** @description When, where it is known */
                    at?: string;
                };
                /** @description Who made the plan: `built-in`, or a language model's name */
                planner?: string;
            };
        };
        RunQueryInput: {
            /** @description Its name, as list_queries gives it */
            name: string;
            /** @description Values by parameter, such as {"region": "west"} */
            parameters?: Record<string, never>;
            /** @description Rows a page, at most 10000; 1000 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
            /** @description The transaction to read in, as begin_transaction gave it */
            transaction?: string;
        };
        RunWriteInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One INSERT, UPDATE or DELETE of one table, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
            /** @description How many rows preview_write said; with any other number nothing is changed */
            expected_rows?: number;
        };
        RunWriteOutput: {
            /** @enum {string} */
            state: "done" | "waiting" | "refused" | "failed" | "expired";
            /** @description How many rows were touched, or would be */
            rows_touched: number;
            /** @description The approval that it waits or waited for */
            approval?: {
                /** @description Its id, for show_approval, approve and refuse */
                approval: string;
                /** @enum {string} */
                state: "pending" | "running" | "done" | "refused" | "failed" | "expired";
                /** @description Who proposed it */
                proposed_by: string;
                /** @description Through which door; `mcp` is a model or an agent */
                door: string;
                source: string;
                preview: {
                    /** @description The table whose rows it changes */
                    table: string;
                    /** @description How many rows it touches */
                    rows_touched: number;
                    /** @description Columns of the rows shown; `new ...` is what becomes of a column of that name */
                    columns: {
                        name: string;
                        /** @enum {string} */
                        type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                    }[];
                    /** @description A few of the rows, as they are before or would be inserted */
                    rows: unknown[][];
                    /** @description The statement as it would run */
                    sql: string;
                    tables: string[];
                };
                /** @description The values that are bound */
                parameters?: unknown;
                proposed_at: string;
                /** @description Until when it may be approved */
                expires_at: string;
                decided_by?: string;
                decided_at?: string;
                /** @description Why it was refused, or how it failed */
                note?: string;
                /** @description Why you cannot approve it; absent if you can */
                cannot_approve?: string;
            };
        };
        SaveModelInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description The whole model as Apache Ossie 0.1.1 YAML */
            text: string;
            /** @description Why it changes, for the history */
            reason?: string;
            /** @description The version that it changes; refused where there is a later one by now */
            based_on?: number;
            /** @description Only shows what would change */
            preview?: boolean;
        };
        SaveModelOutput: {
            source: string;
            /** @description False for a preview */
            saved: boolean;
            /** @description The latest version now */
            version: number;
            /** @description What became of each definition that is not as before */
            changes: {
                /** @enum {string} */
                kind: "model" | "dataset" | "field" | "relationship" | "metric" | "term" | "question";
                /** @description Of a field with its dataset, as in orders.region */
                name: string;
                /** @enum {string} */
                change: "added" | "changed" | "removed";
                before?: string;
                after?: string;
            }[];
        };
        SavePolicyInput: {
            /** @description `source.table` unless said */
            name?: string;
            source: string;
            /** @description As `schema.table`, `table` or `schema.*` */
            table: string;
            /** @description Roles that it concerns; everybody but admin unless said */
            roles?: string[];
            /** @description A condition in the source's SQL on the rows that are seen, such as region = {caller.region} */
            rows?: string;
            /** @description What is shown in place of a column's values, by column: redact, hash, year, null, {"partial": "last-4"} or {"round": 1000} */
            masks?: Record<string, never>;
            /** @description Values of the caller's attributes to try `rows` with, where the text `1` would not do */
            attributes?: {
                [key: string]: string;
            };
        };
        SavePolicyOutput: {
            policy: {
                /** @description `source.table` unless said */
                name?: string;
                source: string;
                /** @description As `schema.table`, `table` or `schema.*` */
                table: string;
                /** @description Roles that it concerns; everybody but admin unless said */
                roles?: string[];
                /** @description A condition in the source's SQL on the rows that are seen, such as region = {caller.region} */
                rows?: string;
                /** @description What is shown in place of a column's values, by column: redact, hash, year, null, {"partial": "last-4"} or {"round": 1000} */
                masks?: Record<string, never>;
            };
            /** @description Whether there was one of that name */
            replaced: boolean;
            /** @description What should be known of it, such as a table that does not exist yet */
            notices: string[];
        };
        SaveQueryInput: {
            /** @description Its name in snake_case; that of a saved query proposes a change of it */
            name: string;
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, with $name for each parameter */
            sql: string;
            /** @description A few words for menus */
            title?: string;
            /** @description What it tells and when to use it, for people and models */
            description?: string;
            /** @description The values it takes */
            parameters?: {
                /** @description Its name; the SQL has it as $name */
                name: string;
                /** @description text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary, uuid or interval; text unless given */
                type?: string;
                /** @description What it means, for whoever gives the value */
                description?: string;
                /** @description What is bound where no value is given */
                default_value?: unknown;
                /** @description Whether a value must be given; so unless it has a default */
                required?: boolean;
                /** @description The only values it may have */
                values?: unknown[];
                /** @description The least number it may be */
                minimum?: number;
                /** @description The greatest number it may be */
                maximum?: number;
            }[];
            /** @description Whether models have it as a tool of its own, once it is approved */
            tool?: boolean;
        };
        SaveRoleInput: {
            name: string;
            /** @description read unless said */
            rights?: ("read" | "write" | "define" | "administer")[];
            /** @description Operations that may be called; all that the rights allow unless said */
            operations?: string[];
            /** @description Sources that may be read, or * for those too that are added later; all of the configuration unless said */
            sources?: string[];
            /** @description Tables as `schema.table`, `table` or `schema.*`; all unless said */
            tables?: string[];
            /** @description By table, the columns that may be seen; all of tables that are not named */
            columns?: components["schemas"]["Map_String_List_String"];
            /** @description What is taken away, whatever other roles grant, by kind: operations, sources, tables, columns (as `table.column`) */
            deny?: components["schemas"]["Map_String_List_String"];
            /** @description How much may be used, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost */
            limits?: {
                [key: string]: number;
            };
            /**
             * @description approve: what they write waits for somebody's approval; direct unless said
             * @enum {string}
             */
            writes?: "direct" | "approve";
            /**
             * @description approved: no other SQL runs than that of approved queries; any unless said
             * @enum {string}
             */
            queries?: "any" | "approved";
            /** @description Needed for the first role: from then on callers may do what their roles grant, and nothing else */
            confirm?: boolean;
        };
        SaveRoleOutput: {
            role: {
                name: string;
                /** @description read unless said */
                rights?: ("read" | "write" | "define" | "administer")[];
                /** @description Operations that may be called; all that the rights allow unless said */
                operations?: string[];
                /** @description Sources that may be read; all unless said */
                sources?: string[];
                /** @description Tables as `schema.table`, `table` or `schema.*`; all unless said */
                tables?: string[];
                /** @description By table, the columns that may be seen; all of tables that are not named */
                columns?: components["schemas"]["Map_String_List_String"];
                /** @description What is taken away, whatever other roles grant, by kind: operations, sources, tables, columns (as `table.column`) */
                deny?: components["schemas"]["Map_String_List_String"];
                /** @description How much may be used, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost */
                limits?: {
                    [key: string]: number;
                };
                /**
                 * @description approve: what they write waits for somebody's approval; direct unless said
                 * @enum {string}
                 */
                writes?: "direct" | "approve";
                /**
                 * @description approved: no other SQL runs than that of approved queries; any unless said
                 * @enum {string}
                 */
                queries?: "any" | "approved";
            };
            /** @description Whether there was one of that name */
            replaced: boolean;
            /** @description What should be known of it, such as names that mean nothing now */
            notices: string[];
        };
        SaveTemplateInput: {
            /** @description What to call it, up to 60 characters; your own one of that name is replaced */
            name: string;
            /** @description The colours of the series, as #rrggbb, 1 to 12 of them */
            colors: string[];
            /**
             * @description The ground that the colours are for; light unless given
             * @enum {string}
             */
            theme?: "light" | "dark" | "print";
        };
        SaveTemplateOutput: {
            template: {
                name: string;
                /**
                 * @description The ground that the colours are for; light unless given
                 * @enum {string}
                 */
                theme?: "light" | "dark" | "print";
                /** @description The colours of the series, as #rrggbb, the first first */
                colors: string[];
                saved_by: string;
            };
            /** @description Colours that can hardly be seen on their ground, a sentence each */
            warnings: string[];
        };
        SavedQueryOutput: {
            name: string;
            /** @description The version that runs */
            approved?: components["schemas"]["QueryVersion"];
            /** @description The version that waits for somebody who approves it */
            waiting?: components["schemas"]["QueryVersion"];
        };
        ScriptInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Statements that read, with semicolons between them; at most 200 */
            sql: string;
            /** @description Whether the statements after one that fails are skipped; true unless given */
            stop_on_error?: boolean;
            /** @description Rows of each statement, at most 1000; 100 unless given */
            limit?: number;
        };
        ScriptOutput: {
            statements: {
                /** @description The line of the script on which it begins */
                line: number;
                /** @description The statement as it was written */
                sql: string;
                /** @enum {string} */
                state: "done" | "failed" | "skipped";
                columns: {
                    name: string;
                    /** @enum {string} */
                    type: "boolean" | "integer" | "decimal" | "float" | "text" | "date" | "time" | "timestamp" | "timestamp_tz" | "interval" | "binary" | "uuid" | "json" | "list" | "struct" | "map" | "other";
                }[];
                rows: unknown[][];
                /** @description Whether there are more rows */
                truncated: boolean;
                elapsed_ms: number;
                /** @description Why it failed; the location counts from the start of the script */
                error?: {
                    /** @enum {string} */
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
                    /** @enum {string} */
                    type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
                    message: string;
                    location?: {
                        line: number;
                        column: number;
                        offset: number;
                    };
                    retry_after?: number;
                    id?: string;
                };
            }[];
            /** @description Whether all statements read one snapshot of the source */
            one_snapshot: boolean;
            /** @description How many statements failed */
            failed: number;
        };
        SearchAuditInput: {
            /** @description Stands in the question, the SQL, the operation, the object or the trace; any case */
            text?: string;
            /** @description query, change, rule_change, sign_in, recovered or pruned */
            kind?: string;
            /** @description Who asked */
            caller?: string;
            /** @description The source that was asked */
            source?: string;
            /** @description A table that was read, with or without its schema */
            table?: string;
            /** @description ok, running, or an error code such as NOT_READ_ONLY */
            outcome?: string;
            /** @description rest, mcp, cli, web or system */
            door?: string;
            /** @description The earliest time, such as 2026-01-31 or 2026-01-31T12:00:00Z */
            from?: string;
            /** @description The time before which it was */
            until?: string;
            /** @description Events a page, at most 1000; 50 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
        };
        SearchAuditOutput: {
            events: {
                time: string;
                /** @description query, change, rule_change, sign_in, recovered or pruned */
                kind: string;
                caller?: string;
                roles: string[];
                door?: string;
                /** @description ok, an error code, or running: it runs, or was killed */
                outcome?: string;
                source?: string;
                /** @description What was asked in words, where the statement answers that */
                question?: string;
                /** @description The statement as it was written */
                sql?: string;
                /** @description What ran; absent where the statement was refused */
                governed?: string;
                tables: string[];
                columns: string[];
                policies: string[];
                rows?: number;
                /** @description Of the values that were read: a character or byte each of texts, 8 of others */
                bytes?: number;
                elapsed_us?: number;
                /** @description What was called, where it changes something */
                operation?: string;
                /** @description The name of what was changed */
                object?: string;
                /** @description What a role or policy said before */
                before?: string;
                /** @description What it says now; absent where it was removed */
                after?: string;
                /** @description How somebody signed in */
                method?: string;
                /** @description The trace of another system that it was part of */
                trace?: string;
                /** @description The chain of records that it stands in */
                chain: number;
                /** @description Its number there, which ./alidade audit verify names */
                sequence: number;
            }[];
            /** @description Pass it to read on; absent after the oldest event. A page can be short or empty and have one: so many records were looked through */
            cursor?: string;
        };
        SearchCatalogInput: {
            /** @description Words of a table, a column or a stored value */
            query: string;
            /** @description Only in this source */
            source?: string;
            /** @description The most matches, 1 to 200; 20 unless said */
            limit?: number;
        };
        SearchCatalogOutput: {
            matches: {
                source: string;
                table: string;
                column?: string;
                /** @enum {string} */
                kind: "table" | "column" | "value";
                /** @description The name or value that fits */
                text: string;
                /** @description 1 is an exact match */
                score: number;
            }[];
        };
        SetPasswordInput: {
            /** @description The new one, 8 characters or more */
            password: string;
            /** @description The present one; needed for your own */
            current_password?: string;
            /** @description Whose it is; yours unless said */
            caller?: string;
        };
        SetPasswordOutput: {
            caller: string;
        };
        ShareConversationInput: {
            /** @description Your conversation's id, or `last` */
            conversation: string;
            /** @description Days until the link ends by itself, at most 366; without it end_share ends it */
            days?: number;
        };
        ShareConversationOutput: {
            share: {
                /** @description Names it for end_share; it opens nothing */
                share: string;
                conversation: string;
                title: string;
                /** @description What was answered until then is shared */
                shared_at: string;
                expires_at?: string;
            };
            /** @description What open_share takes; nobody can look it up again */
            token: string;
            /** @description Of the page, at this server */
            page: string;
        };
        SignInInput: {
            /** @description Who you are */
            name: string;
            password: string;
        };
        SignInOutput: {
            name: string;
            roles: string[];
            /** @description Ends earlier when it is not used for 8 hours */
            expires_at: string;
            /** @description Send it as `Authorization: Bearer SESSION`; a browser gets a cookie instead */
            session?: string;
        };
        SignOutInput: Record<string, never>;
        SignOutOutput: {
            /** @description Whether there was a session to end */
            signed_out: boolean;
        };
        SourceStatusInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
        };
        SourceStatusOutput: {
            engine: string;
            product?: string;
            version?: string;
            /** @description Why it cannot be used now */
            problem?: string;
            /** @description The connections to each host of a server */
            hosts: {
                host: string;
                healthy: boolean;
                in_use: number;
                idle: number;
                /** @description Requests that wait for a connection */
                waiting: number;
                /** @description Connections that there may be */
                most: number;
                /** @description Why it is left alone for now */
                problem?: string;
            }[];
            /** @description How it is kept, where add_source added it */
            added?: {
                by: string;
                at: string;
                /** @description Its settings; secrets are never shown */
                settings: Record<string, never>;
                /** @description The secrets that are kept */
                secrets: string[];
                /** @description The uploaded files that it is made of */
                files: string[];
            };
        };
        StatementAdviceInput: {
            source: string;
            sql: string;
        };
        StatementInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement in the source's own SQL */
            sql: string;
        };
        StatusInput: {
            /** @description The job, as submit_query gave it */
            job: string;
            /** @description Wait for its end, but at most so many seconds (up to 60) */
            wait_seconds?: number;
        };
        SubmitInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name, as query takes them */
            parameters?: unknown;
            /** @description Minutes to keep the result after the end, at most 1440; 60 unless given */
            keep_minutes?: number;
        };
        SuggestInput: {
            /** @description The source to ask; without it, all of them */
            source?: string;
        };
        SuggestOutput: {
            suggestions: {
                source: string;
                question: string;
            }[];
        };
        TestSourceInput: {
            /** @description A source that is there; or else engine and settings of a new one */
            source?: string;
            /** @description What the new source would be called */
            name?: string;
            /** @description The kind of the new source, as list_engines gives it */
            engine?: string;
            /** @description Settings of the new source, as list_engines describes them */
            settings?: Record<string, never>;
        };
        TestSourceOutput: {
            /** @description Whether it can be used */
            works: boolean;
            /** @description Who answers */
            product?: string;
            version?: string;
            /** @description How many tables and views can be read */
            tables?: number;
            /** @enum {string} */
            code?: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "REQUEST_TOO_SLOW" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CALLER_NOT_FOUND" | "API_KEY_NOT_FOUND" | "ROLE_NOT_FOUND" | "POLICY_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "QUERY_NOT_FOUND" | "MODEL_NOT_FOUND" | "PLANNER_NOT_FOUND" | "APPROVAL_OVER" | "DATA_CHANGED" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "UNAUTHENTICATED" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "INSUFFICIENT_SCOPE" | "ACCESS_CHANGED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "AUDIT_BROKEN" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "TOO_MANY_ATTEMPTS" | "TOO_MANY_REQUESTS" | "QUERY_TOO_EXPENSIVE" | "JOB_RUNNING" | "MODEL_OVERLOADED" | "MODEL_SPENDING_CAP" | "AUDIT_UNAVAILABLE" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "ISSUER_UNAVAILABLE" | "MODEL_UNAVAILABLE" | "MODEL_KEY_REJECTED" | "MODEL_REFUSED" | "MODEL_ANSWER_INVALID" | "BROWSER_UNAVAILABLE" | "STORAGE_MISSING" | "STORAGE_REFUSED" | "STORAGE_UNAVAILABLE" | "INTERNAL";
            /** @description What is wrong and what to do about it */
            problem?: string;
            /** @description The same by setting, where it is about single ones */
            problems: {
                /** @description The setting, or `name` */
                setting: string;
                /** @description What is wrong and what to do about it */
                problem: string;
            }[];
            elapsed_ms: number;
        };
        TryAccessInput: {
            source: string;
            sql: string;
            /** @description The roles to run it with */
            roles: string[];
            /** @description The attributes to run it with, such as {"region": "west"} */
            attributes?: {
                [key: string]: string;
            };
            /** @description As if this role were saved, as save_role takes it */
            draft_role?: {
                name: string;
                /** @description read unless said */
                rights?: ("read" | "write" | "define" | "administer")[];
                /** @description Operations that may be called; all that the rights allow unless said */
                operations?: string[];
                /** @description Sources that may be read; all unless said */
                sources?: string[];
                /** @description Tables as `schema.table`, `table` or `schema.*`; all unless said */
                tables?: string[];
                /** @description By table, the columns that may be seen; all of tables that are not named */
                columns?: components["schemas"]["Map_String_List_String"];
                /** @description What is taken away, whatever other roles grant, by kind: operations, sources, tables, columns (as `table.column`) */
                deny?: components["schemas"]["Map_String_List_String"];
                /** @description How much may be used, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost */
                limits?: {
                    [key: string]: number;
                };
                /**
                 * @description approve: what they write waits for somebody's approval; direct unless said
                 * @enum {string}
                 */
                writes?: "direct" | "approve";
                /**
                 * @description approved: no other SQL runs than that of approved queries; any unless said
                 * @enum {string}
                 */
                queries?: "any" | "approved";
            };
            /** @description As if this policy were saved, as save_policy takes it */
            draft_policy?: {
                /** @description `source.table` unless said */
                name?: string;
                source: string;
                /** @description As `schema.table`, `table` or `schema.*` */
                table: string;
                /** @description Roles that it concerns; everybody but admin unless said */
                roles?: string[];
                /** @description A condition in the source's SQL on the rows that are seen, such as region = {caller.region} */
                rows?: string;
                /** @description What is shown in place of a column's values, by column: redact, hash, year, null, {"partial": "last-4"} or {"round": 1000} */
                masks?: Record<string, never>;
            };
            /** @description How many rows to return, 20 unless said, 1000 at most */
            limit?: number;
        };
        TryAccessOutput: {
            columns: components["schemas"]["ColumnLabel"][];
            rows: unknown[][];
            truncated: boolean;
            /** @description The statement with what stands in the place of tables */
            governed: string;
            /** @description Names of the policies that were applied */
            policies: string[];
            /** @description What they get without the draft */
            now?: {
                columns: components["schemas"]["ColumnLabel"][];
                rows: unknown[][];
                truncated: boolean;
                /** @description Why they get nothing, where the statement is refused */
                refusal?: string;
            };
        };
        Used: {
            calls: number;
            input_tokens: number;
            output_tokens: number;
            cost: number;
        };
        ValidateModelInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Apache Ossie 0.1.1 YAML; the model that holds now unless said */
            text?: string;
        };
        ValidateModelOutput: {
            valid: boolean;
            problems: {
                line: number;
                column: number;
                message: string;
            }[];
        };
        WarmCacheInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description Statements that read, in the source's own SQL */
            queries: {
                sql: string;
                /** @description Values to bind: an array for ? or an object for $name */
                parameters?: unknown;
            }[];
        };
        WarmCacheOutput: {
            /** @description In the order of the input */
            queries: {
                /** @description Whether its rows are kept now */
                kept: boolean;
                /** @description Why they are not, or why it failed */
                why?: string;
                elapsed_ms: number;
            }[];
        };
        WhoAmIInput: Record<string, never>;
        WhoAmIOutput: {
            name: string;
            roles: string[];
            attributes: {
                [key: string]: string;
            };
            /** @description Through which door you came */
            door: string;
            /** @enum {string} */
            method: "nothing" | "session" | "api_key" | "token";
            /** @description Whether everybody on this machine is let in, because there are no callers yet */
            open: boolean;
        };
        WriteInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One INSERT, UPDATE or DELETE of one table, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
        };
        WriteReportInput: {
            /** @description A conversation whose answers to write down; "last" is the latest */
            conversation?: string;
            /** @description Turns of it; all of them unless said */
            turns?: string[];
            /** @description The source of the table */
            source?: string;
            /** @description A table to write about */
            table?: string;
            /** @description What stands above it */
            title?: string;
            /**
             * @description markdown or html; html unless said
             * @enum {string}
             */
            as?: "markdown" | "html";
        };
        WriteReportOutput: {
            title: string;
            /** @enum {string} */
            format: "markdown" | "html";
            /** @description The whole report, as one document */
            document: string;
        };
    };
    responses: {
        /** @description Why it failed and what to do about it */
        Failure: {
            content: {
                "application/json": {
                    error: components["schemas"]["Failure"];
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    add_sample: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSampleInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["KeptSourceOutput"];
                };
            };
        };
    };
    add_source: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSourceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["KeptSourceOutput"];
                };
            };
        };
    };
    approve: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ApproveOutput"];
                };
            };
        };
    };
    approve_proposal: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ProposalOutput"];
                };
            };
        };
    };
    approve_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveQueryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedQueryOutput"];
                };
            };
        };
    };
    ask: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["AskOutput"];
                };
            };
        };
    };
    begin_transaction: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["BeginOutput"];
                };
            };
        };
    };
    cache_stats: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["CacheStatsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["CacheStatsOutput"];
                };
            };
        };
    };
    cancel_job: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["JobOutput"];
                };
            };
        };
    };
    change_caller: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCallerInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ChangeCallerOutput"];
                };
            };
        };
    };
    change_chart: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeChartInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ChangeChartOutput"];
                };
            };
        };
    };
    change_source: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSourceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["KeptSourceOutput"];
                };
            };
        };
    };
    check_sql: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["CheckOutput"];
                };
            };
        };
    };
    clear_cache: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClearCacheInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ClearCacheOutput"];
                };
            };
        };
    };
    continue_share: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContinueShareInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ContinueShareOutput"];
                };
            };
        };
    };
    create_api_key: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
        };
    };
    create_caller: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCallerInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["CreateCallerOutput"];
                };
            };
        };
    };
    debug_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["DebugInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DebugOutput"];
                };
            };
        };
    };
    delete_conversation: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DeleteConversationOutput"];
                };
            };
        };
    };
    describe_source: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribeSourceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DescribeSourceOutput"];
                };
            };
        };
    };
    draft_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DraftModelOutput"];
                };
            };
        };
    };
    draw_rows: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawRowsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["DrawRowsOutput"];
                };
            };
        };
    };
    end_share: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndShareInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["EndShareOutput"];
                };
            };
        };
    };
    end_transaction: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["EndOutput"];
                };
            };
        };
    };
    evaluate_proposal: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["EvaluateOutput"];
                };
            };
        };
    };
    explain_access: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainAccessInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExplainAccessOutput"];
                };
            };
        };
    };
    explain_cache: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainCacheInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExplainCacheOutput"];
                };
            };
        };
    };
    explain_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExplainOutput"];
                };
            };
        };
    };
    explain_sql: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementAdviceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExplainSqlOutput"];
                };
            };
        };
    };
    export_audit: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAuditInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExportAuditOutput"];
                    "application/x-ndjson": string;
                };
            };
        };
    };
    export_query_result: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportQueryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExportOutput"];
                };
            };
        };
    };
    export_status: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportStatusInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExportOutput"];
                };
            };
        };
    };
    export_table: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportTableInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ExportOutput"];
                };
            };
        };
    };
    find_insights: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindInsightsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["FindInsightsOutput"];
                };
            };
        };
    };
    fix_sql: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementAdviceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["FixSqlOutput"];
                };
            };
        };
    };
    get_conversation: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ConversationOutput"];
                };
            };
        };
    };
    get_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ModelOutput"];
                };
            };
        };
    };
    give_feedback: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["FeedbackOutput"];
                };
            };
        };
    };
    ground_question: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroundInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["GroundOutput"];
                };
            };
        };
    };
    import_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ImportModelOutput"];
                };
            };
        };
    };
    job_result: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ResultOutput"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.apache.arrow.stream": string;
                    "application/vnd.apache.parquet": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.alidade.rows+json": string;
                    "text/tab-separated-values": string;
                    "text/html": string;
                    "text/markdown": string;
                    "application/sql": string;
                };
            };
        };
    };
    job_status: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["JobOutput"];
                };
            };
        };
    };
    list_api_keys: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListApiKeysInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListApiKeysOutput"];
                };
            };
        };
    };
    list_approvals: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListApprovalsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListApprovalsOutput"];
                };
            };
        };
    };
    list_callers: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCallersInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListCallersOutput"];
                };
            };
        };
    };
    list_chart_templates: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListTemplatesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListTemplatesOutput"];
                };
            };
        };
    };
    list_conversations: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListConversationsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListConversationsOutput"];
                };
            };
        };
    };
    list_engines: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListEnginesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListEnginesOutput"];
                };
            };
        };
    };
    list_feedback: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListFeedbackInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListFeedbackOutput"];
                };
            };
        };
    };
    list_history: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListHistoryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListHistoryOutput"];
                };
            };
        };
    };
    list_jobs: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListJobsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListJobsOutput"];
                };
            };
        };
    };
    list_models: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListModelsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListModelsOutput"];
                };
            };
        };
    };
    list_planners: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListPlannersInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListPlannersOutput"];
                };
            };
        };
    };
    list_policies: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListPoliciesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListPoliciesOutput"];
                };
            };
        };
    };
    list_proposals: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListProposalsInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListProposalsOutput"];
                };
            };
        };
    };
    list_queries: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListQueriesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListQueriesOutput"];
                };
            };
        };
    };
    list_query_versions: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryNameInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["QueryVersionsOutput"];
                };
            };
        };
    };
    list_roles: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListRolesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListRolesOutput"];
                };
            };
        };
    };
    list_semantic_changes: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelChangesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ModelChangesOutput"];
                };
            };
        };
    };
    list_shares: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListSharesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListSharesOutput"];
                };
            };
        };
    };
    list_sources: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListSourcesInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ListSourcesOutput"];
                };
            };
        };
    };
    open_share: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenShareInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["OpenShareOutput"];
                };
            };
        };
    };
    preview_write: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["PreviewWriteOutput"];
                };
            };
        };
    };
    profile_table: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileTableInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ProfileTableOutput"];
                };
            };
        };
    };
    provision_access: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProvisionInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ProvisionOutput"];
                };
            };
        };
    };
    query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["QueryOutput"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.apache.arrow.stream": string;
                    "application/vnd.apache.parquet": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.alidade.rows+json": string;
                    "text/tab-separated-values": string;
                    "text/html": string;
                    "text/markdown": string;
                    "application/sql": string;
                };
            };
        };
    };
    query_many: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ManyOutput"];
                };
            };
        };
    };
    refuse: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ApprovalOutput"];
                };
            };
        };
    };
    reject_proposal: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ProposalOutput"];
                };
            };
        };
    };
    remove_caller: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveCallerInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RemoveCallerOutput"];
                };
            };
        };
    };
    remove_chart_template: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveTemplateInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RemoveTemplateOutput"];
                };
            };
        };
    };
    remove_policy: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovePolicyInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RemovedOutput"];
                };
            };
        };
    };
    remove_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveQueryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RemoveQueryOutput"];
                };
            };
        };
    };
    remove_role: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveRoleInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RemovedOutput"];
                };
            };
        };
    };
    remove_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SaveModelOutput"];
                };
            };
        };
    };
    remove_source: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveSourceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RemoveSourceOutput"];
                };
            };
        };
    };
    rename_conversation: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameConversationInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ConversationTitle"];
                };
            };
        };
    };
    render_chart: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenderChartInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RenderChartOutput"];
                    "image/png": string;
                    "image/svg+xml": string;
                    "application/pdf": string;
                    "text/html": string;
                };
            };
        };
    };
    restore_conversation: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ConversationTitle"];
                };
            };
        };
    };
    restore_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SaveModelOutput"];
                };
            };
        };
    };
    revoke_api_key: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeApiKeyInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RevokeApiKeyOutput"];
                };
            };
        };
    };
    run_plan: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunPlanInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RunPlanOutput"];
                };
            };
        };
    };
    run_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunQueryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["QueryOutput"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.apache.arrow.stream": string;
                    "application/vnd.apache.parquet": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.alidade.rows+json": string;
                    "text/tab-separated-values": string;
                    "text/html": string;
                    "text/markdown": string;
                    "application/sql": string;
                };
            };
        };
    };
    run_script: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScriptInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ScriptOutput"];
                };
            };
        };
    };
    run_write: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunWriteInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["RunWriteOutput"];
                };
            };
        };
    };
    save_chart_template: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveTemplateInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SaveTemplateOutput"];
                };
            };
        };
    };
    save_policy: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePolicyInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavePolicyOutput"];
                };
            };
        };
    };
    save_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveQueryInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedQueryOutput"];
                };
            };
        };
    };
    save_role: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRoleInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SaveRoleOutput"];
                };
            };
        };
    };
    save_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SaveModelOutput"];
                };
            };
        };
    };
    search_audit: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchAuditInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SearchAuditOutput"];
                };
            };
        };
    };
    search_catalog: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchCatalogInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SearchCatalogOutput"];
                };
            };
        };
    };
    set_password: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPasswordInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SetPasswordOutput"];
                };
            };
        };
    };
    share_conversation: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareConversationInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ShareConversationOutput"];
                };
            };
        };
    };
    show_approval: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ApprovalOutput"];
                };
            };
        };
    };
    show_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryNameInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SavedQueryOutput"];
                };
            };
        };
    };
    sign_in: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SignInOutput"];
                };
            };
        };
    };
    sign_out: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOutInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SignOutOutput"];
                };
            };
        };
    };
    source_status: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceStatusInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SourceStatusOutput"];
                };
            };
        };
    };
    submit_query: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["JobOutput"];
                };
            };
        };
    };
    suggest_questions: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["SuggestOutput"];
                };
            };
        };
    };
    test_source: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestSourceInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["TestSourceOutput"];
                };
            };
        };
    };
    try_access: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryAccessInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["TryAccessOutput"];
                };
            };
        };
    };
    validate_semantic_model: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateModelInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["ValidateModelOutput"];
                };
            };
        };
    };
    warm_cache: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarmCacheInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["WarmCacheOutput"];
                };
            };
        };
    };
    who_am_i: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhoAmIInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["WhoAmIOutput"];
                };
            };
        };
    };
    write_report: {
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteReportInput"];
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": components["schemas"]["WriteReportOutput"];
                };
            };
        };
    };
}
