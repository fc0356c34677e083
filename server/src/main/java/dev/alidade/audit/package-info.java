/** The record of who ran what. */
package dev.alidade.audit;
