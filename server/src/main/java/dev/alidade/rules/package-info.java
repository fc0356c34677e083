/** Roles and policies that are kept in the store, beside those of the configuration. */
package dev.alidade.rules;
