/**
 * The Model Context Protocol without a transport: messages, revisions, what a client said of
 * itself, and what a server's tools, prompts and resources are asked and give.
 */
package dev.alidade.edge.mcp.protocol;
