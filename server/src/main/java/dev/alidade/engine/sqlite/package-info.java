/** Native read-only access to SQLite files; the gate asks the engine what a statement opens. */
package dev.alidade.engine.sqlite;
