/** The one way to run SQL: gate, govern, execute, record. */
package dev.alidade.query;
