/** YAML texts whose every value knows its line and column, and all that is wrong with one. */
package dev.alidade.semantic.document;
