/**
 * Operations, resources and prompts by the Model Context Protocol: {@code McpServer} knows the
 * methods, a transport (Streamable HTTP, stdio) carries the messages.
 */
package dev.alidade.edge.mcp;
