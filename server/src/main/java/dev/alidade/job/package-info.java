/** Long queries: submitted, watched, cancelled, and their results kept for a time. */
package dev.alidade.job;
