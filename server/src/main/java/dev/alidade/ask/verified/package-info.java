/** Questions whose answers a person approved, matched by their words with slots, or by plans. */
package dev.alidade.ask.verified;
