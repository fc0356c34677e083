/** SQL as text and structure: types, dialects, what a gate found in a statement. */
package dev.alidade.sql;
