/** Models of other products read into ours; what has no place in ours is named, never dropped. */
package dev.alidade.semantic.imports;
