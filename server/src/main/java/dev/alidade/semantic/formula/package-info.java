/** Formulas as text in ANSI SQL: read with the place of every mistake, and written back. */
package dev.alidade.semantic.formula;
