/** Why a reading is wrong, found by comparing its SQL with the right one; nobody needs to look. */
package dev.alidade.evaluate.cause;
