/** MySQL and MariaDB. */
package dev.alidade.engine.mysql;
