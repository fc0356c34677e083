package dev.alidade.engine.mysql.gate;

import dev.alidade.sql.TableName;

/** Where a database stands before a table's column, the dot behind it included. */
record QualifierPlace(TableName table, String name, int start, int end) {}
