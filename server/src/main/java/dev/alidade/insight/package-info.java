/** What stands out in data: tests of a table or a result, each with the SQL that shows it. */
package dev.alidade.insight;
