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
                code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
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
        EndInput: {
            /** @description The transaction, as begin_transaction gave it */
            transaction: string;
        };
        EndOutput: {
            ended: boolean;
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
            code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
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
                code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
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
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
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
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
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
            /** @description Values to bind: an array for ? or an object for $name; a value of a type that JSON lacks is written {"type": "date", "value": "2024-01-15"}, with types text, integer, decimal, float, date, time, timestamp, timestamptz, binary (base64), uuid, interval */
            parameters?: unknown;
            /** @description Rows a page, at most 10000; 1000 unless given */
            limit?: number;
            /** @description The cursor of the previous page, to go on after it */
            cursor?: string;
            /** @description The transaction to read in, as begin_transaction gave it */
            transaction?: string;
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
            };
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
                    code: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
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
            }[];
            /** @description Whether all statements read one snapshot of the source */
            one_snapshot: boolean;
            /** @description How many statements failed */
            failed: number;
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
            /** @description A configured source; or else engine and settings of a new one */
            source?: string;
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
            code?: "MALFORMED_REQUEST" | "INVALID_INPUT" | "REQUEST_TOO_LARGE" | "CONFIGURATION_INVALID" | "NOT_SUPPORTED" | "OPERATION_NOT_FOUND" | "SOURCE_NOT_FOUND" | "TABLE_NOT_FOUND" | "COLUMN_NOT_FOUND" | "FUNCTION_NOT_FOUND" | "CONVERSATION_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "JOB_NOT_FOUND" | "CURSOR_INVALID" | "PARAMETER_INVALID" | "SYNTAX_ERROR" | "TYPE_MISMATCH" | "AMBIGUOUS_NAME" | "DATA_ERROR" | "FILE_NOT_FOUND" | "FILE_UNREADABLE" | "PORT_IN_USE" | "SQL_DENIED" | "NOT_READ_ONLY" | "FUNCTION_DENIED" | "TABLE_DENIED" | "PERMISSION_DENIED" | "ORIGIN_DENIED" | "SQL_TOO_COMPLEX" | "QUERY_TIMEOUT" | "QUERY_CANCELLED" | "RESULT_TOO_LARGE" | "OUT_OF_MEMORY" | "OVERLOADED" | "JOB_RUNNING" | "TRANSACTION_FAILED" | "SOURCE_UNAVAILABLE" | "SOURCE_REFUSED" | "ENGINE_FAILED" | "INTERNAL";
            /** @description What is wrong and what to do about it */
            problem?: string;
            elapsed_ms: number;
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
}
