/**
 * The Tasks extension (SEP-2663): calls that outlast their request, and how clients follow them.
 */
package dev.alidade.edge.mcp.task;
