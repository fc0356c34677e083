/** What is known of a source: its tables, keys, profiles and values. */
package dev.alidade.catalog;
