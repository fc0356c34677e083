/** `mcp install`: writes Alidade into the configuration of other programs, as they read it. */
package dev.alidade.edge.install;
