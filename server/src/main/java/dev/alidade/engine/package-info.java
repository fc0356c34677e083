/** What every engine offers to the rest of the house; each engine lives in a folder of its own. */
package dev.alidade.engine;
