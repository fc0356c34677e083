/** Kept results that lie outside of the process, for other instances to give them too. */
package dev.alidade.cache.shared;
