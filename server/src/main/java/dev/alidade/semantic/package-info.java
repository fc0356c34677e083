/** What the data of a source mean to a business: metrics, synonyms, terms and approved answers. */
package dev.alidade.semantic;
