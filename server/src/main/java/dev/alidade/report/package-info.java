/** Written reports of an analysis: what was asked, what the data say, and the SQL behind it. */
package dev.alidade.report;
