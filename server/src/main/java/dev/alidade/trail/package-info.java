/** Reads the audit: searches, exports and checks it. */
package dev.alidade.trail;
