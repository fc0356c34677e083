package dev.alidade.ask.build;

import dev.alidade.sql.TableName;
import java.util.List;

/**
 * A way from one table to another along a foreign key.
 *
 * @param toMany whether one row of {@code from} may meet several of {@code to}
 * @param always whether it meets one at least, since it refers to it
 */
record Edge(
    TableName from,
    List<String> fromColumns,
    TableName to,
    List<String> toColumns,
    boolean toMany,
    boolean always,
    double cost) {}
