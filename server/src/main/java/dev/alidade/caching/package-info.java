/** What is kept of results: how often it served, why, and how it is cleared and filled. */
package dev.alidade.caching;
