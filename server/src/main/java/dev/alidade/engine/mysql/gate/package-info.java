/** What a statement of MySQL or MariaDB reads, by a reader that refuses what it does not know. */
package dev.alidade.engine.mysql.gate;
