/** Results written to a file as they come, to be read from any row on while the file lasts. */
package dev.alidade.query.spool;
