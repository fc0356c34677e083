/**
 * Results that need not be computed again, for as long as their source says that they are right.
 */
package dev.alidade.cache;
