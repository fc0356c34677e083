/** MCP Apps: pages that a host shows beside a conversation, and which results they show. */
package dev.alidade.edge.mcp.app;
