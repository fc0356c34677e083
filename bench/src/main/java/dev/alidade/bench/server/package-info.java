/** What is measured: our product, others' servers, and engines with nothing around them. */
package dev.alidade.bench.server;
