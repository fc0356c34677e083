/** Apache Ossie 0.1.1 (formerly Open Semantic Interchange): core YAML read and written. */
package dev.alidade.semantic.ossie;
