/** Redis as the shelf on which instances share results. */
package dev.alidade.cache.redis;
