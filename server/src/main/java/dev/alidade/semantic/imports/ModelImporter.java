package dev.alidade.semantic.imports;

/** Reads the models of one product. */
interface ModelImporter {
  /** Takes over what has a place in ours; the rest stays unread and is listed. */
  void read(Item root, ModelParts parts);
}
