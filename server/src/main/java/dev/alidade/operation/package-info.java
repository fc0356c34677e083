/** What Alidade can do, declared once and served at every door. */
package dev.alidade.operation;
