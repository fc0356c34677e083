/** Accounts of a source's own database for which the database shows only what may be seen. */
package dev.alidade.provision;
