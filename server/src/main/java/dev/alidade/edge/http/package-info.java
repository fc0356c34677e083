/** Operations over HTTP: REST, server-sent events, streams, OpenAPI, health and the web pages. */
package dev.alidade.edge.http;
