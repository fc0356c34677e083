/** What a run found: lines with their goals, as a table, as JSON and beside another run. */
package dev.alidade.bench.report;
