package dev.alidade.engine.postgres.gate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a view reads, in which every table has its schema, so that no name of a statement around it
 * can stand for one.
 */
record ViewText(String query, JsonNode select) {}
