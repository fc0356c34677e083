/** Who may use what when: turns between callers, by what their work costs. */
package dev.alidade.admission;
