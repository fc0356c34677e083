/**
 * What engines that are reached through a JDBC driver stand on: settings, pools, replicas, circuit
 * breakers, streamed results.
 */
package dev.alidade.engine.jdbc;
