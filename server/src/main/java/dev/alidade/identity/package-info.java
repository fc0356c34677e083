/** Who is asking: callers, their passwords, sessions and API keys. */
package dev.alidade.identity;
