/** The command line: one sub-command an operation, on a running server or in this process. */
package dev.alidade.edge.cli;
