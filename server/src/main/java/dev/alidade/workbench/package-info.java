/** The SQL workbench: run, check and explain statements. */
package dev.alidade.workbench;
