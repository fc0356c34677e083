// Made from openapi.json by `npm run types`; do not change it by hand.

export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AskInput: {
            /** @description A question in plain words */
            question: string;
            /** @description The source to ask; without it the best fitting one is chosen */
            source?: string;
            /** @description The conversation to go on with; without it a new one begins */
            conversation?: string;
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
                kind: "bar" | "line" | "scatter" | "pie" | "number";
                title: string;
                x?: components["schemas"]["Axis"];
                y: components["schemas"]["Axis"][];
                reason: string;
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
            /** @description Readings to choose from */
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
            statistics?: {
                elapsed_ms: number;
                rows: number;
            };
        };
        Axis: {
            column: string;
            label: string;
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
                code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "SOURCE_UNAVAILABLE" | "ENGINE_FAILED" | "INTERNAL";
                message: string;
                line?: number;
                column?: number;
            }[];
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
                        kind: "bar" | "line" | "scatter" | "pie" | "number";
                        title: string;
                        x?: components["schemas"]["Axis"];
                        y: components["schemas"]["Axis"][];
                        reason: string;
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
                    /** @description Readings to choose from */
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
                    statistics?: {
                        elapsed_ms: number;
                        rows: number;
                    };
                };
                created_at: string;
            }[];
        };
        DeleteConversationOutput: {
            deleted: boolean;
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
        ExplainInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
        };
        ExplainOutput: {
            /** @description The engine's plan, root first */
            plan: components["schemas"]["PlanNode"];
            /** @description The statement as it would run */
            sql: string;
        };
        Failure: {
            /** @enum {string} */
            code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "SOURCE_UNAVAILABLE" | "ENGINE_FAILED" | "INTERNAL";
            /** @enum {string} */
            type: "USER" | "DENIED" | "RESOURCES" | "EXTERNAL" | "INTERNAL";
            message: string;
            location?: {
                line: number;
                column: number;
                offset: number;
            };
            id?: string;
        };
        ListConversationsInput: Record<string, never>;
        ListConversationsOutput: {
            conversations: {
                id: string;
                title: string;
                source?: string;
                updated_at: string;
                turns: number;
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
            }[];
        };
        PlanNode: {
            name: string;
            detail?: string;
            estimated_rows?: number;
            children: components["schemas"]["PlanNode"][];
        };
        Progress: {
            step: string;
            detail: unknown;
        };
        QueryInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement that reads, in the source's own SQL */
            sql: string;
            /** @description Values to bind: an array for ? or an object for $name */
            parameters?: unknown;
            /** @description Rows a page, at most 10000; 1000 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
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
            /** @description Pass it to get the next page */
            cursor?: string;
            /** @description The statement as it ran */
            sql: string;
            statistics: {
                elapsed_ms: number;
                rows: number;
            };
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
        StatementInput: {
            /** @description Name of the source, as list_sources gives it */
            source: string;
            /** @description One statement in the source's own SQL */
            sql: string;
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
}
