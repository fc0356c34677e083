/** Semantic models proposed from a schema, its keys and its profiles, by rules that can be read. */
package dev.alidade.semantic.draft;
