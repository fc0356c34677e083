/**
 * Operations as tools: which are listed, how the others are found, and what a result looks like.
 */
package dev.alidade.edge.mcp.tool;
