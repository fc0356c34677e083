package dev.alidade.semantic.imports;

import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.document.DocumentNode;
import dev.alidade.semantic.document.Problem;
import dev.alidade.semantic.document.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads models of other products. */
public final class ModelImports {
  private ModelImports() {}

  /** A text of this format; fails with INVALID_INPUT where it is no YAML. */
  public static ImportedModel read(ModelFormat format, String text) {
    Problems problems = new Problems();
    Optional<DocumentNode> root = DocumentNode.read(text, problems);
    problems.check("the model", ErrorCode.INVALID_INPUT);
    List<LeftOut> left = new ArrayList<>();
    ModelParts parts = new ModelParts();
    Optional<Item> whole = root.map(node -> new Item(node, "the file", left));
    whole.ifPresent(item -> format.importer().read(item, parts));
    SemanticModel model = parts.assemble();
    whole.ifPresent(Item::finish);
    List<LeftOut> all = new ArrayList<>(left);
    for (Problem problem : problems.all()) {
      all.add(new LeftOut("the file", problem.line(), problem.message()));
    }
    all.sort(Comparator.comparingInt(LeftOut::line));
    return new ImportedModel(model, all.stream().distinct().toList());
  }
}
